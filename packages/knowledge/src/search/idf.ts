/** Inverse document frequency as in BM25 (Robertson & Zaragoza 2009, 3.1), kept above zero. */
export function idfOf(count: number, articles: number): number {
  return Math.log(1 + (articles - count + 0.5) / (count + 0.5));
}
