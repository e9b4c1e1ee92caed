import type { Drawing } from './picture.ts';

/** A PNG would not show what was drawn; the message says so to the reader. */
export class RasterRefused extends Error {
	constructor(
		reason = 'This browser does not give out pictures as pixels: its protection against fingerprinting replaces them.',
	) {
		super(`${reason} Take the SVG.`);
	}
}

/** Largest difference of a colour channel: some browsers add noise of a few steps, which is invisible. */
const NOISE = 8;

/** Returns whether every pixel (four bytes each) has the colour. */
export const isOneColour = (pixels: ArrayLike<number>, colour: ArrayLike<number>): boolean =>
	pixels.length > 0 &&
	Array.prototype.every.call(pixels, (channel: number, i) => Math.abs(channel - colour[i % 4]!) <= NOISE);

/** Returns whether two lists of pixels show the same. */
export const isAlike = (pixels: ArrayLike<number>, others: ArrayLike<number>): boolean =>
	pixels.length > 0 &&
	pixels.length === others.length &&
	Array.prototype.every.call(pixels, (channel: number, i) => Math.abs(channel - others[i]!) <= NOISE);

const contextOf = (width: number, height: number) => {
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [width, height];
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new RasterRefused();
	return { canvas, context };
};

/** Marks whose pixels must come back as they were drawn; of different brightness, so that no one constant passes. */
const MARKS = [
	['#c81e5a', [200, 30, 90, 255]],
	['#0a8c28', [10, 140, 40, 255]],
] as const;

/** Throws `RasterRefused` if the canvas does not return the marks drawn on it. */
function checkCanvas(): void {
	const { context } = contextOf(16, 16);
	for (const [colour, channels] of MARKS) {
		context.fillStyle = colour;
		context.fillRect(0, 0, 16, 16);
		if (!isOneColour(context.getImageData(0, 0, 16, 16).data, channels)) throw new RasterRefused();
	}
}

/** Returns the bytes of a colour, as the canvas itself paints it. */
function channelsOf(colour: string): ArrayLike<number> {
	const { context } = contextOf(1, 1);
	context.fillStyle = colour;
	context.fillRect(0, 0, 1, 1);
	return context.getImageData(0, 0, 1, 1).data;
}

const pngOf = (canvas: HTMLCanvasElement) =>
	new Promise<Blob>((done, fail) =>
		canvas.toBlob(
			(blob) => (blob ? done(blob) : fail(new Error('pngOf: the canvas gave no PNG. The picture may be too large.'))),
			'image/png',
		),
	);

/** Height in pixels of the samples that are compared; the upper edge of a picture is margin. */
const SAMPLE = 4;

/** Returns the picture as PNG at twice the size. Throws `RasterRefused` if the file would not show what was drawn. */
export async function asPng({ svg, width, height, ground }: Drawing): Promise<Blob> {
	checkCanvas();
	// Its content policy holds for images in images too, and has no place for data addresses.
	if (svg.includes('<image ')) throw new RasterRefused('The page’s content policy leaves the image out of a PNG.');
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const { canvas, context } = contextOf(2 * width, 2 * height);
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		const colour = channelsOf(ground);
		const margin = context.getImageData(0, 0, canvas.width, SAMPLE).data;
		if (!isOneColour(margin, colour)) throw new RasterRefused();
		if (isOneColour(context.getImageData(0, 0, canvas.width, canvas.height).data, colour))
			throw new RasterRefused('This browser drew an empty picture.');

		// Some protections replace only what is saved, so the file is read back: its margin, and its middle.
		const png = await pngOf(canvas);
		const saved = contextOf(canvas.width, canvas.height);
		saved.context.drawImage(await createImageBitmap(png), 0, 0);
		for (const top of [0, height - SAMPLE]) {
			const sample = [0, top, canvas.width, 2 * SAMPLE] as const;
			if (!isAlike(context.getImageData(...sample).data, saved.context.getImageData(...sample).data))
				throw new RasterRefused();
		}
		return png;
	} finally {
		URL.revokeObjectURL(address);
	}
}
