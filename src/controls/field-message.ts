/** Message of a number field when editing ends. */
export interface FieldMessage {
	/** Empty if there is nothing to say. */
	readonly text: string;
	/** The other number that the typed text can mean, to be offered: 1 for "1,000". */
	readonly other?: number;
}
