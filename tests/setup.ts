import fc from 'fast-check';

// The same cases at every run, so that a failure is the change's doing; SEED=random number looks further.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 2025), numRuns: Number(process.env['RUNS'] ?? 200) });
