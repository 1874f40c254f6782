import articleCss from '../../theme/article.css?inline';
import proseCss from '../../theme/prose.css?inline';
import { ArticleView } from './ArticleView.js';

/** The part of the panel that is fetched when an article is opened, or soon after the panel is. */
export const articleViews = { ArticleView, css: [proseCss, articleCss] };

/** Views of the article file. */
export type ArticleViews = typeof articleViews;
