/** A command list as the shell reads it. */
export type Command =
	| SimpleCommand
	| { readonly type: 'sequence'; readonly commands: readonly Command[] }
	| { readonly type: 'and' | 'or'; readonly left: Command; readonly right: Command }
	| { readonly type: 'pipe'; readonly commands: readonly Command[] }
	| { readonly type: 'not' | 'background'; readonly command: Command }
	/** `{ … }` or, in a shell of its own, `( … )`. */
	| {
			readonly type: 'group';
			readonly body: Command;
			readonly own: boolean;
			readonly redirects: readonly Redirect[];
	  }
	| { readonly type: 'function'; readonly name: string; readonly body: Command }
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

export interface SimpleCommand {
	readonly type: 'simple';
	readonly words: readonly Word[];
	readonly redirects: readonly Redirect[];
}

/** Where a stream goes to or comes from. `>&2` has `to: 2`. */
export interface Redirect {
	readonly from: 0 | 1 | 2;
	readonly appends: boolean;
	readonly to: Word | 1 | 2;
}

/** A word before expansion; in single quotes nothing is expanded, in double quotes nothing is split. */
export interface Word {
	readonly parts: readonly WordPart[];
}

export interface WordPart {
	readonly text: string;
	readonly expands: boolean;
	readonly quoted: boolean;
}

/** A script that the small shell can't read. */
export class ShellSyntaxError extends Error {}
