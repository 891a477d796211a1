import type { Resource } from '#lib/kubernetes/resources.ts';
import type { Editor } from './edit/editor.ts';
import type { Flag } from './command-line/flag.ts';
import type { ParsedFlags } from './command-line/parse-flags.ts';
import type { Kubeconfig } from './kubeconfig/kubeconfig.ts';
import type { Steps } from './steps.ts';

/** What a command has around it. */
export interface CommandContext {
	readonly command: Command;
	/** As errors name it, e.g. `create configmap`. */
	readonly name: string;
	readonly flags: ParsedFlags;
	readonly args: readonly string[];
	/** The namespace to work in. */
	readonly namespace: string;
	readonly isNamespaceGiven: boolean;
	readonly files: Readonly<Record<string, string>>;
	readonly stdin?: string;
	/** The session's settings, see `KubectlSession`. */
	readonly session: KubectlSession;
	/** Opens a file in the person's editor; undefined when that can't be started. */
	readonly edit: Editor;
	/** What the editor is called. */
	readonly editorName: string;
	/** Kinds that someone defined; undefined: the API server wasn't asked yet. */
	readonly customResources?: readonly Resource[];
	/** The API server's address. */
	readonly server: string;
	/** Ms since the epoch, by the cluster's clock. */
	nowMs(): number;
	/** Prints on stdout, as it is. */
	out(text: string): void;
	/** Prints on stderr, as it is. */
	err(text: string): void;
}

/** What `kubectl config` remembers from one command to the next. */
export interface KubectlSession {
	/** Default: one cluster, `sim`, and its admin. */
	kubeconfig?: Kubeconfig;
	/** Files that `--kubeconfig` named and a command has changed. */
	kubeconfigs?: Readonly<Record<string, Kubeconfig>>;
}

export interface Command {
	readonly name: string;
	readonly aliases?: readonly string[];
	/** It asks no API server: what it needs is on this machine. */
	readonly isLocal?: boolean;
	/** Besides those that every command has. */
	readonly flags: readonly Flag[];
	/** The exit code of what goes wrong, where 1 means something else. */
	readonly failureCode?: number;
	/** Flags that must be given. */
	readonly requiredFlags?: readonly string[];
	readonly subcommands?: readonly Command[];
	/** Absent when only its subcommands do something. */
	readonly run?: (context: CommandContext) => Steps<void>;
}
