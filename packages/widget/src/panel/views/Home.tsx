import type { ComponentType } from 'preact';
import { usePanel } from '../panelContext.js';
import { AvailabilityLine } from '../parts/Availability.js';
import { BrandAvatar } from '../parts/Avatar.js';
import { Body } from '../parts/Body.js';
import { Header } from '../parts/Header.js';
import { Icon } from '../parts/Icon.js';
import { SearchBox } from '../parts/SearchBox.js';

/**
 * The first place: greeting, search, articles and conversations to go on with, and two doors.
 * @param Lists draws the articles and conversations; its file comes after the rest
 */
export function Home({ Lists }: { Lists: ComponentType | undefined }) {
  const { client, words, config, navigation } = usePanel();
  const search = (query: string) => {
    if (query.trim() === '') return;
    void client.search(query).catch(() => {});
    navigation.go({ name: 'results' });
  };
  return (
    <>
      <Header plain home>
        <div class="who">
          {config.logo ? <img class="logo" src={config.logo} alt="" /> : <BrandAvatar name={config.name} />}
          <h1 tabIndex={-1} data-heading>
            {config.name}
          </h1>
        </div>
      </Header>
      <Body class="home">
        <h2 class="hello">
          {words('greeting')}
          <span>{words('question')}</span>
        </h2>
        <SearchBox value="" onInput={search} waitsForComposition />
        {Lists ? <Lists /> : null}
      </Body>
      <Doors />
    </>
  );
}

function Doors() {
  const { client, words, navigation, canReachPeople } = usePanel();
  const ask = () => {
    const current = client.$conversation.get();
    if (current && (current.owner !== 'bot' || current.status === 'closed')) void client.newConversation();
    navigation.go({ name: 'chat' });
  };
  const talk = () => {
    navigation.go({ name: 'chat' });
    void client.requestHuman().catch(() => {});
  };
  return (
    <div class="doors">
      <button type="button" class="door" onClick={ask}>
        <Icon name="mark" />
        <b>{words('askQuestion')}</b>
        <span class="meta">{words('askHint')}</span>
      </button>
      {canReachPeople ? (
        <button type="button" class="door" onClick={talk}>
          <Icon name="person" />
          <b>{words('talk')}</b>
          <AvailabilityLine />
        </button>
      ) : null}
    </div>
  );
}
