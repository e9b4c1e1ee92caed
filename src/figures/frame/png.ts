import type { Drawing } from './picture.ts';

/** The browser draws on a canvas but does not give its pixels out as they are. */
export class RasterRefused extends Error {
	constructor() {
		super(
			'This browser does not give out pictures as pixels: its protection against fingerprinting replaces them. Take the SVG.',
		);
	}
}

/** Largest difference of a colour channel: some browsers add noise of a few steps, which is invisible. */
const NOISE = 8;

/** Returns whether every pixel (four bytes each) has the colour. */
export const isOneColour = (pixels: ArrayLike<number>, colour: ArrayLike<number>): boolean =>
	pixels.length > 0 && Array.from(pixels).every((channel, i) => Math.abs(channel - colour[i % 4]!) <= NOISE);

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

/** Returns the picture as PNG at twice the size. Throws `RasterRefused` if the file would not show what was drawn. */
export async function asPng({ svg, width, height, ground }: Drawing): Promise<Blob> {
	checkCanvas();
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const { canvas, context } = contextOf(2 * width, 2 * height);
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		// The upper edge is margin, so it has the colour of the background.
		if (!isOneColour(context.getImageData(0, 0, canvas.width, 4).data, channelsOf(ground))) throw new RasterRefused();
		return await new Promise((done, fail) =>
			canvas.toBlob(
				(blob) => (blob ? done(blob) : fail(new Error('asPng: the canvas gave no PNG. The picture may be too large.'))),
				'image/png',
			),
		);
	} finally {
		URL.revokeObjectURL(address);
	}
}
