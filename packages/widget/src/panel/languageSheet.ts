export { default as languagesCss } from '../theme/languages.css?inline';
