declare namespace App {
	/** What a page tells the components in it. */
	interface Locals {
		/** Whether the page holds the sections in short. Its figures then fold away what is said besides title, verdict and picture. */
		isShort?: true;
	}
}
