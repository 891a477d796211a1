import { defineConfig } from 'vite';

/** Bundles the cluster bench for Node: @ngrok/webernetes can only be loaded through a bundler. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: 'bench/cluster.ts',
		outDir: '.svelte-kit/bench',
		target: 'node20',
		emptyOutDir: true
	},
	ssr: { noExternal: true }
});
