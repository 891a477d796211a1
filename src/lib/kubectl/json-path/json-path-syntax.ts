/** One step of a path. */
export type PathStep =
	| { readonly type: 'field'; readonly name: string }
	| { readonly type: 'wildcard' }
	| { readonly type: 'recursive' }
	| {
			readonly type: 'slice';
			readonly start?: number;
			readonly end?: number;
			readonly step?: number;
			/** `[3]`, not `[3:]`. */
			readonly isIndex: boolean;
	  }
	| { readonly type: 'union'; readonly branches: readonly (readonly PathStep[])[] }
	| {
			readonly type: 'filter';
			readonly left: Operand;
			readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'exists';
			readonly right?: Operand;
	  };

export type Operand =
	| { readonly type: 'path'; readonly steps: readonly PathStep[] }
	| { readonly type: 'value'; readonly value: string | number | boolean };

/** One part of a template. */
export type TemplateNode =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'path'; readonly steps: readonly PathStep[] }
	| {
			readonly type: 'range';
			readonly steps: readonly PathStep[];
			readonly body: readonly TemplateNode[];
	  };

/** A template that can't be read, in the words of client-go. */
export class JsonPathError extends Error {}
