import type { NameRule } from '../validation/name-rules.ts';

/** A name that can stand between slashes. Models apimachinery/pkg/api/validation/path/name.go IsValidPathSegmentName. */
export const pathSegmentName: NameRule = (name) => {
	if (name === '.' || name === '..') return [`may not be '${name}'`];
	return ['/', '%']
		.filter((part) => name.includes(part))
		.map((part) => `may not contain '${part}'`);
};
