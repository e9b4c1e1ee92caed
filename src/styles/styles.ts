/** The style sheets of every page, in the order of the cascade. */
import './tokens.css';
import './page.css';
import './prose.css';
import './figure.css';
import './print.css';
