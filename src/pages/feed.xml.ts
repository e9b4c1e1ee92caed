import { feed } from '../essay/feed.ts';

/** Atom feed of the editions. */
export const GET = ({ site }: { site?: URL }) => new Response(feed(site!));
