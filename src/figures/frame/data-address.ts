/** Returns a file of the page as a data address, so that an exported file needs no other. */
export async function dataAddress(address: string): Promise<string> {
	if (address.startsWith('data:')) return address;
	const content = await (await fetch(address)).blob();
	return new Promise((done, fail) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => done(reader.result as string));
		reader.addEventListener('error', () => fail(new Error(`dataAddress: ${address} could not be read.`)));
		reader.readAsDataURL(content);
	});
}
