import { cardPicture, cards, type Card } from '../../essay/card.ts';

/** Share cards of the essay and of each section, as /cards/<id>.png. */
export const getStaticPaths = async () =>
	(await cards()).map(({ id, card }) => ({ params: { card: id }, props: { card } }));
export const GET = async ({ props }: { props: { card: Card } }) => new Response(await cardPicture(props.card));
