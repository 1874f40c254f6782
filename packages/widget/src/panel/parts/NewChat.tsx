import { usePanel } from '../panelContext.js';

/** The way on after the end. */
export function NewChat() {
  const { client, words } = usePanel();
  return (
    <div class="footer">
      <button type="button" class="button second full" onClick={() => void client.newConversation()}>
        {words('newChat')}
      </button>
    </div>
  );
}
