import type { Moment } from './lesson.ts';

/** Something that a lesson claims of its recording. */
export type Fact =
	| { readonly claim: 'order'; readonly moments: readonly Moment[] }
	| { readonly claim: 'never'; readonly moment: Moment }
	| {
			readonly claim: 'apart';
			readonly from: Moment;
			readonly to: Moment;
			readonly leastMs: number;
			readonly mostMs: number;
	  }
	| { readonly claim: 'printed'; readonly text: string };
