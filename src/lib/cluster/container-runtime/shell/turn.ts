import { ShellSyntaxError } from './syntax.ts';
import { OutOfMemory, type Pause, type Script } from './world.ts';

export type Turn =
	| { readonly done: true; readonly value: number; readonly outOfMemory?: boolean }
	| { readonly done: false; readonly value: Pause; readonly outOfMemory?: undefined };

const syntaxError = 2;
const killed = 137;

/** Runs a script up to its next pause or its end. */
export function turn(script: Script): Turn {
	try {
		const result = script.next();
		return result.done === true
			? { done: true, value: result.value }
			: { done: false, value: result.value };
	} catch (error) {
		if (error instanceof ShellSyntaxError) return { done: true, value: syntaxError };
		if (error instanceof OutOfMemory) return { done: true, value: killed, outOfMemory: true };
		throw error;
	}
}
