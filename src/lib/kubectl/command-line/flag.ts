/** What a flag's value is. Lists may be given several times; a `slice` is also split at commas. */
export type FlagType = 'bool' | 'string' | 'int' | 'duration' | 'array' | 'slice';

export interface Flag {
	readonly name: string;
	readonly type: FlagType;
	/** One letter. */
	readonly short?: string;
	/** The value as text when the flag isn't given. */
	readonly default?: string;
	/** The value when the flag is given without one, e.g. `--dry-run`. */
	readonly bare?: string;
	/** Said when it is given: what becomes of it. */
	readonly deprecated?: string;
	/** kubectl has it, Kinetes not yet. */
	readonly missing?: boolean;
}

export function bool(name: string, short?: string, value = false): Flag {
	return { name, short, type: 'bool', default: String(value), bare: 'true' };
}

export function text(name: string, short?: string, value = ''): Flag {
	return { name, short, type: 'string', default: value };
}

export function int(name: string, value: number, short?: string): Flag {
	return { name, short, type: 'int', default: String(value) };
}

export function duration(name: string, value: string): Flag {
	return { name, type: 'duration', default: value };
}

export function array(name: string, short?: string): Flag {
	return { name, short, type: 'array' };
}

export function slice(name: string, short?: string): Flag {
	return { name, short, type: 'slice' };
}

/** The same flag, marked as one that Kinetes doesn't have yet. */
export function missing(flag: Flag): Flag {
	return { ...flag, missing: true };
}
