import { feed } from '../essay/feed.ts';

/** What each edition changed, for whoever follows it in a reader of feeds. */
export const GET = ({ site }: { site?: URL }) => new Response(feed(site!));
