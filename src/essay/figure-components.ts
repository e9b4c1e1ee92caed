import Adjust from './Adjust.astro';
import Fact from './Fact.astro';
import Learnt from './Learnt.astro';
import See from './See.astro';
import Setting from './Setting.astro';
import Swept from './Swept.astro';
import Term from './Term.astro';
import Value from './Value.astro';
import Verdict from './Verdict.astro';

/** Components available in content/figures/. */
export const figureComponents = { Adjust, Fact, Learnt, See, Setting, Swept, Term, Value, Verdict };
