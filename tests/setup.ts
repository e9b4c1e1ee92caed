import fc from 'fast-check';

// Every run has the same cases, so that only a change can cause a failure. SEED=<number> draws others.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 2025), numRuns: Number(process.env['RUNS'] ?? 200) });
