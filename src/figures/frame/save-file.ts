/** Saves a file through the browser's download. */
export function saveFile(name: string, content: Blob): void {
	const anchor = document.createElement('a');
	anchor.href = URL.createObjectURL(content);
	anchor.download = name;
	anchor.click();
	setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
}
