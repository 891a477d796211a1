/** An expression of CEL, read. */
export type Expression =
	| { readonly type: 'literal'; readonly value: unknown }
	| { readonly type: 'name'; readonly name: string }
	| { readonly type: 'select'; readonly of: Expression; readonly field: string }
	| { readonly type: 'index'; readonly of: Expression; readonly at: Expression }
	| {
			readonly type: 'call';
			readonly name: string;
			/** Undefined for a function that isn't called on anything. */
			readonly on?: Expression;
			readonly given: readonly Expression[];
	  }
	| { readonly type: 'list'; readonly items: readonly Expression[] }
	| {
			readonly type: 'map';
			readonly entries: readonly (readonly [key: Expression, value: Expression])[];
	  };

/** An expression that is none, or that can't be worked out. */
export class CelError extends Error {}
