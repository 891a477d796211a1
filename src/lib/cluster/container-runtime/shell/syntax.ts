/** A command list as the shell reads it. */
export type Command =
	| { readonly type: 'simple'; readonly words: readonly Word[] }
	| { readonly type: 'sequence'; readonly commands: readonly Command[] }
	| { readonly type: 'and' | 'or'; readonly left: Command; readonly right: Command }
	| { readonly type: 'not'; readonly command: Command }
	| {
			readonly type: 'loop';
			readonly until: boolean;
			readonly condition: Command;
			readonly body: Command;
	  }
	| {
			readonly type: 'for';
			readonly name: string;
			readonly items: readonly Word[];
			readonly body: Command;
	  }
	| {
			readonly type: 'if';
			readonly condition: Command;
			readonly then: Command;
			readonly otherwise?: Command;
	  };

/** A word before expansion; in single quotes nothing is expanded. */
export interface Word {
	readonly parts: readonly { readonly text: string; readonly expands: boolean }[];
}

/** A script that the small shell can't read. */
export class ShellSyntaxError extends Error {}
