/** A kubeconfig as far as it says where commands go. */
export interface KubeconfigFacts {
	/** Name of the current context; empty: none. */
	readonly current: string;
	readonly contexts: readonly {
		readonly name: string;
		readonly cluster: string;
		readonly user: string;
		/** Left out: `default`. */
		readonly namespace?: string;
	}[];
	/** Each with its API server's address. */
	readonly clusters: readonly { readonly name: string; readonly server: string }[];
	/** Each with whom its certificate names, and to which groups he belongs. */
	readonly users: readonly {
		readonly name: string;
		readonly certificate?: {
			readonly commonName: string;
			readonly organizations: readonly string[];
		};
	}[];
}

export type LocalFact =
	| {
			/** The person's kubeconfig says this from now on; the machine is the person's own. */
			readonly type: 'kubeconfig';
			readonly config: KubeconfigFacts;
	  }
	| { readonly type: 'image-present'; readonly image: string; readonly sizeBytes: number }
	| {
			readonly type: 'image-pull-started';
			readonly image: string;
			readonly sizeBytes: number;
			/** When it will be done if nothing fails; progress is linear in between. */
			readonly endsAtMs: number;
	  }
	| { readonly type: 'image-pull-failed'; readonly image: string; readonly message: string }
	| { readonly type: 'sandbox-created'; readonly pod: string; readonly uid: string }
	| {
			readonly type: 'sandbox-ready';
			readonly pod: string;
			readonly uid: string;
			readonly ip: string;
	  }
	| { readonly type: 'sandbox-stopped'; readonly pod: string; readonly uid: string }
	| {
			readonly type: 'container-created' | 'container-started' | 'container-removed';
			readonly pod: string;
			readonly uid: string;
			readonly container: string;
			readonly attempt: number;
	  }
	| {
			readonly type: 'container-exited';
			readonly pod: string;
			readonly uid: string;
			readonly container: string;
			readonly attempt: number;
			readonly exitCode: number;
			readonly reason: string;
	  }
	| {
			readonly type: 'signal';
			readonly pod: string;
			readonly uid: string;
			readonly container: string;
			readonly signal: 'SIGTERM' | 'SIGKILL';
	  }
	| {
			readonly type: 'log';
			readonly pod: string;
			readonly uid: string;
			readonly container: string;
			readonly text: string;
	  }
	| {
			/** What a container takes of its node from now on: CPU that it gets, in thousandths, and its working set, bytes. */
			readonly type: 'resources-used';
			readonly pod: string;
			readonly uid: string;
			readonly container: string;
			readonly milliCpu: number;
			/** The part (0 … 1) of its time that it waits because its CPU limit is used up. */
			readonly throttled: number;
			readonly memory: number;
			/** What is taken on the node by no Pod, bytes of memory. */
			readonly besides: number;
	  }
	| {
			/** A file in the kubelet's folder of manifests was written, or is gone. */
			readonly type: 'manifest-written' | 'manifest-removed';
			readonly file: string;
	  }
	| {
			readonly type: 'volume-mounted';
			readonly pod: string;
			readonly uid: string;
			readonly volume: string;
	  }
	| {
			/** kube-proxy has programmed this node's rules for a Service (`namespace/name`): from now on they pick among these Pods. */
			readonly type: 'rules-programmed';
			readonly service: string;
			readonly clusterIP: string;
			/** `namespace/name` of each Pod behind it; empty: connections are refused. */
			readonly pods: readonly string[];
	  }
	| {
			/** The client knows what became of its request. `served` has `code` below 500; `failed` is an answer of 500 and above. */
			readonly type: 'request-ended';
			readonly id: number;
			readonly service: string;
			readonly outcome: 'served' | 'failed' | 'refused' | 'timeout' | 'reset';
			readonly sentAtMs: number;
			readonly pod?: string;
			readonly code?: number;
			/** What the program says it is: `v1`. */
			readonly version?: string;
	  };
