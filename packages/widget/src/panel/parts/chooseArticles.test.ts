import { expect, test } from 'vitest';
import { chooseArticles } from './chooseArticles.js';

const articles = (ids: string) => [...ids].map(id => ({ id, title: id.toUpperCase() }));
const choose = (suggested: string, recent: string, popular: string) =>
  Object.values(
    chooseArticles({ suggested: articles(suggested), recent: articles(recent), popular: articles(popular) }),
  ).map(list => list.map(({ id }: { id: string }) => id).join(''));

test.each([
  ['three of each list at most, six in all', 'abcd', 'ef', 'ghi', ['abc', 'ef', 'g']],
  ['no room for popular ones', 'abc', 'def', 'ghi', ['abc', 'def', '']],
  ['each article once', 'abc', 'cdb', 'adefg', ['abc', 'd', 'ef']],
  ['only popular ones', '', '', 'abcd', ['', '', 'abc']],
  ['nothing', '', '', '', ['', '', '']],
])('%s', (_, suggested, recent, popular, expected) => {
  expect(choose(suggested, recent, popular)).toEqual(expected);
});
