/** Virtual tumour growth studies: animals with known growth, measured with calipers by people, removed when tumours are too large. */
package org.kindlin.lab.growth;
