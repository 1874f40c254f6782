import { pickLocale, type Storage } from '@handrail/core';
import { atom, type ReadableAtom } from 'nanostores';
import { LANGUAGES, type Language } from '../text/createText.js';

/** What an agent set for this browser. */
export interface Preferences {
  readonly language: Language;
  readonly notifications: boolean;
  readonly sound: boolean;
  /** Whether a letter or sign by itself does something (WCAG 2.1.4). */
  readonly keys: boolean;
}

/** Reads and keeps preferences. */
export interface PreferenceStore {
  readonly $preferences: ReadableAtom<Preferences>;
  set(change: Partial<Preferences>): void;
}

const KEY = 'handrail:inbox:preferences';

/** Notifications and sound are off until somebody wants them, keys are on; the language is the browser's. */
export function createPreferences(storage: Storage, languages: readonly string[]): PreferenceStore {
  const offered = Object.keys(LANGUAGES) as Language[];
  const language = offered.find(tag => tag === pickLocale(languages, offered)) ?? 'en';
  const $preferences = atom<Preferences>({
    language,
    notifications: false,
    sound: false,
    keys: true,
    ...read(storage.get(KEY), offered),
  });
  return {
    $preferences,
    set(change) {
      $preferences.set({ ...$preferences.get(), ...change });
      storage.set(KEY, JSON.stringify($preferences.get()));
    },
  };
}

/** The fullest tag the browser names for a language: it decides digits and dates. */
export function fullTag(language: Language, languages: readonly string[]): string {
  const base = language.split('-')[0];
  return (
    languages.find(tag => tag.split('-')[0] === base && pickLocale([tag], [language, '']) === language) ?? language
  );
}

function read(kept: string | null, offered: readonly Language[]): Partial<Preferences> {
  if (kept === null) return {};
  try {
    const value = JSON.parse(kept) as Partial<Preferences>;
    const language = offered.find(tag => tag === value.language);
    return {
      ...(language ? { language } : {}),
      notifications: value.notifications === true,
      sound: value.sound === true,
      keys: value.keys !== false,
    };
  } catch {
    return {};
  }
}
