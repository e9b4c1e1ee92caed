import { cardPicture, cards, type Card } from '../../essay/card.ts';

/** The share card of the essay and of each section, found by layout as /cards/<id>.png. */
export const getStaticPaths = async () =>
	(await cards()).map(({ id, card }) => ({ params: { card: id }, props: { card } }));
export const GET = async ({ props }: { props: { card: Card } }) => new Response(await cardPicture(props.card));
