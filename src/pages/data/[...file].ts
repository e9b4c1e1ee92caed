import { dataFiles } from '../../essay/data-files.ts';

/** The data sets with their descriptor: a Frictionless data package. */
export const getStaticPaths = () => dataFiles.map(({ file, text }) => ({ params: { file }, props: { text } }));
export const GET = ({ props }: { props: { text: string } }) => new Response(props.text);
