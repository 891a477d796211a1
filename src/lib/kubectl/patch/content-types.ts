/** How a patch is meant, by the name that `--type` gives it. */
export const patchTypes = {
	json: 'application/json-patch+json',
	merge: 'application/merge-patch+json',
	strategic: 'application/strategic-merge-patch+json'
} as const;
