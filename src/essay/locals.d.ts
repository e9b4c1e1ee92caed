declare namespace App {
	/** What a page tells the components in it. */
	interface Locals {
		/** Whether the page has the short text of each section. If true, its figures show title, verdict, picture and controls, and their other texts are in a closed `<details>`. */
		isShort?: true;
	}
}
