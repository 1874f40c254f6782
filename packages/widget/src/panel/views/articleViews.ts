import articleCss from '../../theme/article.css?inline';
import proseCss from '../../theme/prose.css?inline';
import resultsCss from '../../theme/results.css?inline';
import { articleDrawings } from '../drawings/articleDrawings.js';
import { moreDrawings } from '../drawings/moreDrawings.js';
import { keepFocus } from '../keepFocus.js';
import { HitOption } from '../parts/HitOption.js';
import { Nothing } from '../parts/Nothing.js';
import { ArticleView } from './ArticleView.js';
import { HomeLists } from './HomeLists.js';

/** The part of the panel that is fetched as soon as it is open: what there is to read, reading it, and a focus that is never lost. */
export const articleViews = {
  ArticleView,
  HomeLists,
  HitOption,
  Nothing,
  keepFocus,
  css: [resultsCss, proseCss, articleCss],
  drawings: { ...moreDrawings, ...articleDrawings },
};

/** Views of the article file. */
export type ArticleViews = typeof articleViews;
