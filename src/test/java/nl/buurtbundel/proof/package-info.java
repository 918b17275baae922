/** What happens to what the product promised when its process is killed, and how long things take beside the bare minimum. */
package nl.buurtbundel.proof;
