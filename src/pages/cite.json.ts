import { citations } from '../essay/citation.ts';

/** How to cite what is here; the browser fills in what is cited (figures/frame/cite.ts). */
export const GET = () => Response.json(citations());
