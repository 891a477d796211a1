import { defineConfig } from 'vite';

/** Bundles what runs beside @ngrok/webernetes for Node: it can only be loaded through a bundler. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: true,
		rolldownOptions: {
			input: [
				'bench/cluster.ts',
				'bench/rollout-grid.ts',
				'bench/scheduler.ts',
				'bench/requests.ts'
			]
		},
		outDir: '.svelte-kit/bench',
		target: 'node20',
		emptyOutDir: true
	},
	ssr: { noExternal: true }
});
