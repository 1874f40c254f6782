import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createText, type Text } from './createText.js';

/** The language every part below speaks. */
export const TextContext = createContext<Text>(createText('en'));

/** Texts of the language on screen. */
export const useText = (): Text => useContext(TextContext);
