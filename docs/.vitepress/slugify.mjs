/** The anchor of a heading, as git hosts make it: a link to a section must work there and on the site. */
export function slugify(title) {
  return title
    .replace(/[`*]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replace(/ /g, '-');
}
