"""Files of word processors and spreadsheets: zip packages of XML parts."""
