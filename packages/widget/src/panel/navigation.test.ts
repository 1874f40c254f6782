import { expect, test, vi } from 'vitest';
import { createNavigation, type View } from './navigation.js';

const article = (id: string): View => ({ name: 'article', id, section: null });

test('one level deeper, one level up, and Home at the end', () => {
  const navigation = createNavigation();
  navigation.go({ name: 'results' });
  navigation.go(article('a'));
  navigation.go(article('b'));
  navigation.back();
  expect(navigation.$view.get()).toEqual(article('a'));
  navigation.back();
  expect(navigation.$view.get()).toEqual({ name: 'results' });
  navigation.back();
  navigation.back();
  expect(navigation.$view.get()).toEqual({ name: 'home' });
});

test('going to where one is changes nothing', () => {
  const navigation = createNavigation();
  const heard = vi.fn();
  navigation.go(article('a'));
  navigation.$view.listen(heard);
  navigation.go(article('a'));
  expect(heard).not.toHaveBeenCalled();
  navigation.back();
  expect(navigation.$view.get()).toEqual({ name: 'home' });
});

test('a place opened by name has Home behind it', () => {
  const navigation = createNavigation();
  navigation.go({ name: 'results' });
  navigation.reset({ name: 'chat' });
  navigation.back();
  expect(navigation.$view.get()).toEqual({ name: 'home' });
  navigation.go(article('a'));
  navigation.reset();
  expect(navigation.$view.get()).toEqual({ name: 'home' });
});

test('every level remembers how far it was scrolled', () => {
  const navigation = createNavigation();
  navigation.go({ name: 'results' });
  navigation.scrolled(300);
  navigation.go(article('a'));
  expect(navigation.scrollTop()).toBe(0);
  navigation.scrolled(80);
  navigation.back();
  expect(navigation.scrollTop()).toBe(300);
});
