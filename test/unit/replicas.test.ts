/** All that looks at every replica is one test file: opening them is what takes the time, and here each is opened once. */
import './every-replica/verdicts';
import './every-replica/idle-evidence';
import './every-replica/cards';
import './every-replica/read-in-part';
