"""A reading on a map: one self-contained SVG, or a page of it, without JavaScript and without the network.

`scene` says what is drawn of a reading, `drawing.map_svg` draws it, `page.write_map` puts maps into a file.
"""
