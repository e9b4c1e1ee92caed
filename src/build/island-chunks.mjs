/**
 * What the islands need at once travels in three files: Svelte and D3, the models with the reader's state, and the islands
 * themselves. Sixty small files cost a reader a quarter more, since each is compressed alone. What is loaded on demand (the
 * ledger, the ranges) is not in them.
 */
export const islandChunks = () => ({
	name: 'island-chunks',
	configEnvironment: (name) =>
		name === 'client' && {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								{ name: 'packages', test: /node_modules/, tags: ['$initial'], priority: 3 },
								{
									name: 'models',
									test: /\/src\/(engine|parameters|models|positions|state|runs)\//,
									tags: ['$initial'],
									priority: 2,
								},
								{
									name: 'islands',
									test: /\/src\/(charts|controls|prose|question|figures|reader)\//,
									tags: ['$initial'],
									priority: 1,
								},
							],
						},
					},
				},
			},
		},
});
