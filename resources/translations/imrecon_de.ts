<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>imrecon</name>
  <message>
   <location filename="../../tools/translations.py" />
   <source>auto</source>
   <translation>auto</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>waiting</source>
   <translation>wartet</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>failed</source>
   <translation>misslungen</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>cancelled</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>front</source>
   <translation>vorn</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>rear</source>
   <translation>hinten</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>left</source>
   <translation>links</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>right</source>
   <translation>rechts</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>up</source>
   <translation>hoch</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>down</source>
   <translation>tief</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>closed</source>
   <translation>geschlossen</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>{0}, {1}° {2}</source>
   <translation>{0}, {1}° {2}</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>{0}° {1}</source>
   <translation>{0}° {1}</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>see the package</source>
   <translation>siehe das Paket</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>above</source>
   <translation>oberhalb</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>below</source>
   <translation>unterhalb</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>also guesses what the object is</source>
   <translation>errät es auch, was der Gegenstand ist</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>also guesses where the camera stood</source>
   <translation>errät es auch, wo die Kamera stand</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>also guesses what the object is and where the camera stood</source>
   <translation>errät es auch, was der Gegenstand ist und wo die Kamera stand</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>airplane</source>
   <translation>Flugzeug</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>bench</source>
   <translation>Bank</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>boat</source>
   <translation>Boot</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>cabinet</source>
   <translation>Schrank</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>car</source>
   <translation>Auto</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>chair</source>
   <translation>Stuhl</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>display</source>
   <translation>Bildschirm</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>lamp</source>
   <translation>Lampe</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>loudspeaker</source>
   <translation>Lautsprecher</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>mug</source>
   <translation>Becher</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>sofa</source>
   <translation>Sofa</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>table</source>
   <translation>Tisch</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Airplane</source>
   <translation>Flugzeug</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Bench</source>
   <translation>Bank</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Boat</source>
   <translation>Boot</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Cabinet</source>
   <translation>Schrank</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Car</source>
   <translation>Auto</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Chair</source>
   <translation>Stuhl</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Display</source>
   <translation>Bildschirm</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Lamp</source>
   <translation>Lampe</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Loudspeaker</source>
   <translation>Lautsprecher</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Mug</source>
   <translation>Becher</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Sofa</source>
   <translation>Sofa</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Table</source>
   <translation>Tisch</translation>
  </message>
  <message>
   <location filename="../../tools/translations.py" />
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <location filename="../../training/recipes/bundled.toml" />
   <source>Bundled model</source>
   <translation>Mitgeliefertes Modell</translation>
  </message>
  <message>
   <location filename="../../training/recipes/bundled.toml" />
   <source>All categories in one network that looks where it asks: the recipe of the model that comes with the program.</source>
   <translation>Alle Kategorien in einem Netzwerk, das hinsieht, wo es fragt: das Rezept des Modells, das dem Programm beiliegt.</translation>
  </message>
  <message>
   <location filename="../../training/recipes/compact.toml" />
   <source>Compact</source>
   <translation>Kompakt</translation>
  </message>
  <message>
   <location filename="../../training/recipes/compact.toml" />
   <source>All categories in one compact network of the paper's kind, in two stages.</source>
   <translation>Alle Kategorien in einem kompakten Netzwerk nach Art des Artikels, in zwei Stufen.</translation>
  </message>
  <message>
   <location filename="../../training/recipes/finetune.toml" />
   <source>Fine-tune</source>
   <translation>Feinabstimmung</translation>
  </message>
  <message>
   <location filename="../../training/recipes/finetune.toml" />
   <source>Starts from the bundled model and teaches it your own shapes, a new category among them: for small folders of meshes.</source>
   <translation>Beginnt beim mitgelieferten Modell und lehrt es Ihre eigenen Formen, auch eine neue Kategorie: für kleine Ordner mit Netzen.</translation>
  </message>
  <message>
   <location filename="../../training/recipes/paper.toml" />
   <source>IM-SVR (the paper)</source>
   <translation>IM-SVR (der Artikel)</translation>
  </message>
  <message>
   <location filename="../../training/recipes/paper.toml" />
   <source>The network and the two stages of Chen &amp; Zhang 2019. For a GPU, or for patience.</source>
   <translation>Das Netzwerk und die zwei Stufen von Chen &amp; Zhang 2019. Für eine GPU, oder für Geduldige.</translation>
  </message>
  <message>
   <location filename="../../training/recipes/quick.toml" />
   <source>Quick</source>
   <translation>Schnell</translation>
  </message>
  <message>
   <location filename="../../training/recipes/quick.toml" />
   <source>A small set of shapes and a short training: rough shapes in minutes, to see how it works.</source>
   <translation>Wenige Formen und ein kurzes Training: grobe Formen in Minuten, um zu sehen, wie es geht.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/authors.py" />
   <source>A model file {0} is already there.</source>
   <translation>Eine Modelldatei {0} ist schon da.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/authors.py" />
   <source>Give the import another name.</source>
   <translation>Geben Sie dem Import einen anderen Namen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/authors.py" />
   <source>{0} does not hold the authors' network.</source>
   <translation>{0} enthält nicht das Netzwerk der Autoren.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/authors.py" />
   <source>{0} cannot be read: {1}.</source>
   <translation>{0} kann nicht gelesen werden: {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/authors.py" />
   <source>Check that the file exists.</source>
   <translation>Prüfen Sie, ob es die Datei gibt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/authors.py" />
   <source>{0} is not a readable PyTorch weights file.</source>
   <translation>{0} ist keine lesbare PyTorch-Datei mit Gewichten.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/authors.py" />
   <source>{0} is not the authors' image network: it holds {1}.</source>
   <translation>{0} ist nicht das Bildnetzwerk der Autoren: es enthält {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Train, import or download the model again.</source>
   <translation>Trainieren, importieren oder laden Sie das Modell noch einmal.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Categories</source>
   <translation>Kategorien</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Input</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Trained on</source>
   <translation>Trainiert mit</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Recipe</source>
   <translation>Rezept</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Made</source>
   <translation>Entstanden</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>The model's card is damaged ({0}).</source>
   <translation>Die Karte des Modells ist beschädigt ({0}).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>The model's card has format version {0}; this program knows version {1}.</source>
   <translation>Die Karte des Modells hat die Formatversion {0}; dieses Programm kennt Version {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Update the program, or use a model made for this version.</source>
   <translation>Aktualisieren Sie das Programm, oder benutzen Sie ein Modell für diese Version.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>{0} is not a whole safetensors file ({1}).</source>
   <translation>{0} ist keine ganze safetensors-Datei ({1}).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>{0} carries no model card, so its network is unknown.</source>
   <translation>{0} trägt keine Modellkarte, darum ist sein Netzwerk unbekannt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/card.py" />
   <source>Use a model that this program trained or imported.</source>
   <translation>Benutzen Sie ein Modell, das dieses Programm trainiert oder importiert hat.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/checkpoint.py" />
   <source>The model cannot be written to {0}: {1}.</source>
   <translation>Das Modell kann nicht nach {0} geschrieben werden: {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/checkpoint.py" />
   <source>Choose another folder or free some space.</source>
   <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/checkpoint.py" />
   <source>The weights in {0} do not fit the network its card describes.</source>
   <translation>Die Gewichte in {0} passen nicht zum Netzwerk, das die Karte beschreibt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/checkpoint.py" />
   <source>The weights in {0} cannot be read ({1}).</source>
   <translation>Die Gewichte in {0} können nicht gelesen werden ({1}).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/comparison.py" />
   <source>This mesh has no surface to compare with.</source>
   <translation>Dieses Netz hat keine Oberfläche zum Vergleichen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/comparison.py" />
   <source>Choose another file.</source>
   <translation>Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/config.py" />
   <source>The network description is not usable: {0}.</source>
   <translation>Die Beschreibung des Netzwerks ist nicht brauchbar: {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/config.py" />
   <source>Use another model file.</source>
   <translation>Benutzen Sie eine andere Modelldatei.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/config.py" />
   <source>There is no network design called "{0}".</source>
   <translation>Es gibt keinen Netzwerkentwurf namens „{0}“.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/config.py" />
   <source>Choose one of {0}.</source>
   <translation>Wählen Sie unter {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/config.py" />
   <source>The network description in the model file is damaged ({0}).</source>
   <translation>Die Beschreibung des Netzwerks in der Modelldatei ist beschädigt ({0}).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/config.py" />
   <source>Train or download the model again.</source>
   <translation>Trainieren oder laden Sie das Modell noch einmal.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/cutout.py" />
   <source>No object stands out from the background of the picture.</source>
   <translation>Kein Gegenstand hebt sich vom Hintergrund des Bildes ab.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/cutout.py" />
   <source>Choose a picture of one whole object on a plain or a transparent background.</source>
   <translation>Wählen Sie ein Bild von einem ganzen Gegenstand vor einfarbigem oder transparentem Hintergrund.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/device.py" />
   <source>There is no device called "{0}".</source>
   <translation>Es gibt kein Gerät namens „{0}“.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/device.py" />
   <source>Choose one of auto, {0}.</source>
   <translation>Wählen Sie unter auto, {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/device.py" />
   <source>This computer has no usable {0} device.</source>
   <translation>Dieser Rechner hat kein brauchbares {0}-Gerät.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/device.py" />
   <source>Choose "auto" or "cpu".</source>
   <translation>Wählen Sie „auto“ oder „cpu“.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/directions.py" />
   <source>The model's shape directions do not fit its network.</source>
   <translation>Die Formrichtungen des Modells passen nicht zu seinem Netzwerk.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/directions.py" />
   <source>Make them anew with `python -m training directions`.</source>
   <translation>Erzeugen Sie sie neu mit `python -m training directions`.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>glTF binary (Y up, object units)</source>
   <translation>glTF binär (Y oben, Objekteinheiten)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>STL for printing (usually Z up, millimetres)</source>
   <translation>STL zum Drucken (meist Z oben, Millimeter)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>3MF for printing (usually Z up, millimetres)</source>
   <translation>3MF zum Drucken (meist Z oben, Millimeter)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Wavefront OBJ (usually Y up, object units)</source>
   <translation>Wavefront OBJ (meist Y oben, Objekteinheiten)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Stanford PLY (usually Y up, object units)</source>
   <translation>Stanford PLY (meist Y oben, Objekteinheiten)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>The disk is full.</source>
   <translation>Der Datenträger ist voll.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Free some space or choose another disk.</source>
   <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Your share of the disk is used up.</source>
   <translation>Ihr Anteil am Datenträger ist aufgebraucht.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>The disk cannot be written to.</source>
   <translation>Auf den Datenträger kann nicht geschrieben werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Choose another disk.</source>
   <translation>Wählen Sie einen anderen Datenträger.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>The folder does not exist.</source>
   <translation>Den Ordner gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Choose a folder that exists.</source>
   <translation>Wählen Sie einen Ordner, den es gibt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>There is a folder of that name.</source>
   <translation>Es gibt einen Ordner dieses Namens.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Choose another name.</source>
   <translation>Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>The file name is too long.</source>
   <translation>Der Dateiname ist zu lang.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Choose a shorter name.</source>
   <translation>Wählen Sie einen kürzeren Namen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>The folder or the file is protected.</source>
   <translation>Der Ordner oder die Datei ist geschützt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Choose another folder, or close the program that uses it.</source>
   <translation>Wählen Sie einen anderen Ordner, oder schließen Sie das Programm, das ihn benutzt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>"{0}" does not end in a mesh format.</source>
   <translation>„{0}“ endet nicht auf ein Netzformat.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Choose a name that ends in one of {0}.</source>
   <translation>Wählen Sie einen Namen, der auf eines von {0} endet.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>There is no mesh to save.</source>
   <translation>Es gibt kein Netz zu sichern.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Reconstruct a picture first.</source>
   <translation>Rekonstruieren Sie zuerst ein Bild.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>{0} could not be saved. {1}</source>
   <translation>{0} konnte nicht gesichert werden. {1}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>{0} mm is no size.</source>
   <translation>{0} mm ist keine Größe.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Choose a length above zero.</source>
   <translation>Wählen Sie eine Länge über null.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>The mesh has no extent.</source>
   <translation>Das Netz hat keine Ausdehnung.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/export.py" />
   <source>Reconstruct the picture again.</source>
   <translation>Rekonstruieren Sie das Bild noch einmal.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/field.py" />
   <source>A resolution of {0} is not possible.</source>
   <translation>Eine Auflösung von {0} ist nicht möglich.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/field.py" />
   <source>Choose one from {0} to {1}.</source>
   <translation>Wählen Sie eine von {0} bis {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/field.py" />
   <source>There is not enough memory for a resolution of {0}.</source>
   <translation>Der Speicher reicht nicht für eine Auflösung von {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/field.py" />
   <source>Choose a lower resolution.</source>
   <translation>Wählen Sie eine niedrigere Auflösung.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/framing.py" />
   <source>The picture is entirely transparent.</source>
   <translation>Das Bild ist ganz durchsichtig.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/framing.py" />
   <source>Choose a picture that shows an object.</source>
   <translation>Wählen Sie ein Bild, das einen Gegenstand zeigt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/image.py" />
   <source>The picture is blank.</source>
   <translation>Das Bild ist leer.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/image.py" />
   <source>The object in the picture is too small.</source>
   <translation>Der Gegenstand im Bild ist zu klein.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/image.py" />
   <source>Crop the picture around the object.</source>
   <translation>Schneiden Sie das Bild um den Gegenstand zu.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/isosurface.py" />
   <source>The network sees no object in this picture.</source>
   <translation>Das Netzwerk sieht in diesem Bild keinen Gegenstand.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/isosurface.py" />
   <source>Try a picture of one whole object, another category or a lower threshold.</source>
   <translation>Versuchen Sie ein Bild von einem ganzen Gegenstand, eine andere Kategorie oder eine niedrigere Schwelle.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/lesson.py" />
   <source>This model does not know the category "{0}".</source>
   <translation>Dieses Modell kennt die Kategorie „{0}“ nicht.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/lesson.py" />
   <source>Choose another one.</source>
   <translation>Wählen Sie eine andere.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/library.py" />
   <source>No model is installed.</source>
   <translation>Kein Modell ist installiert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/library.py" />
   <source>Train one in the training tab, or put a model file into the models folder.</source>
   <translation>Trainieren Sie eines unter Trainieren, oder legen Sie eine Modelldatei in den Modellordner.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/library.py" />
   <source>There is no model called "{0}".</source>
   <translation>Es gibt kein Modell namens „{0}“.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/library.py" />
   <source>The installed models are {0}.</source>
   <translation>Die installierten Modelle sind {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/library.py" />
   <source>No installed model knows</source>
   <translation>Kein installiertes Modell kennt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/library.py" />
   <source>The model "{0}" does not know</source>
   <translation>Das Modell „{0}“ kennt nicht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/library.py" />
   <source>{0} the category "{1}".</source>
   <translation>{0} die Kategorie „{1}“.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/library.py" />
   <source>The categories to choose from: {0}.</source>
   <translation>Zur Wahl stehen die Kategorien: {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mask_edit.py" />
   <source>The rectangle is too small.</source>
   <translation>Das Rechteck ist zu klein.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mask_edit.py" />
   <source>Draw it around the whole object.</source>
   <translation>Ziehen Sie es um den ganzen Gegenstand.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mask_edit.py" />
   <source>No object stands out inside the rectangle.</source>
   <translation>Im Rechteck hebt sich kein Gegenstand ab.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mask_edit.py" />
   <source>Use Add and Erase instead.</source>
   <translation>Benutzen Sie stattdessen Hinzufügen und Wegnehmen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mender.py" />
   <source>Paint with Add, undo, or start over.</source>
   <translation>Malen Sie mit Hinzufügen, machen Sie rückgängig, oder beginnen Sie von vorn.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>Wavefront OBJ</source>
   <translation>Wavefront OBJ</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>Stanford PLY</source>
   <translation>Stanford PLY</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>glTF binary</source>
   <translation>glTF binär</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>“{0}” is no mesh that can be read.</source>
   <translation>„{0}“ ist kein Netz, das gelesen werden kann.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>Choose a file ending in {0}.</source>
   <translation>Wählen Sie eine Datei, die auf {0} endet.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>“{0}” holds no faces.</source>
   <translation>„{0}“ enthält keine Flächen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>Choose a file with a surface, not with points.</source>
   <translation>Wählen Sie eine Datei mit einer Oberfläche, nicht mit Punkten.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>“{0}” has {1} faces.</source>
   <translation>„{0}“ hat {1} Flächen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>Simplify it to {0} or fewer first.</source>
   <translation>Vereinfachen Sie es zuerst auf {0} oder weniger.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>“{0}” has corners that are nowhere.</source>
   <translation>„{0}“ hat Ecken, die nirgends sind.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>Repair it or export it again.</source>
   <translation>Reparieren Sie es, oder exportieren Sie es noch einmal.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>“{0}” cannot be opened.</source>
   <translation>„{0}“ kann nicht geöffnet werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>“{0}” is too large: {1} MB.</source>
   <translation>„{0}“ ist zu groß: {1} MB.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>Simplify the mesh; up to {0} MB can be read.</source>
   <translation>Vereinfachen Sie das Netz; bis zu {0} MB können gelesen werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>“{0}” cannot be read as a mesh.</source>
   <translation>„{0}“ kann nicht als Netz gelesen werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/mesh_reading.py" />
   <source>Open it in the program it came from and export it again.</source>
   <translation>Öffnen Sie es in dem Programm, aus dem es kam, und exportieren Sie es noch einmal.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Choose a picture file such as PNG, JPEG, WebP or HEIC.</source>
   <translation>Wählen Sie eine Bilddatei wie PNG, JPEG, WebP oder HEIC.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Open it in an image editor and save it again, or choose another picture.</source>
   <translation>Öffnen Sie es in einem Bildbearbeitungsprogramm und sichern Sie es noch einmal, oder wählen Sie ein anderes Bild.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>The picture needs more memory than is free ({0}).</source>
   <translation>Das Bild braucht mehr Speicher, als frei ist ({0}).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Make it smaller in an image editor, or close other programs.</source>
   <translation>Verkleinern Sie es in einem Bildbearbeitungsprogramm, oder schließen Sie andere Programme.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>The picture is damaged or incomplete.</source>
   <translation>Das Bild ist beschädigt oder unvollständig.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>A folder was given instead of a picture ({0}).</source>
   <translation>Statt eines Bildes kam ein Ordner ({0}).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>There is no file {0}.</source>
   <translation>Es gibt keine Datei {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Check the name, or choose another picture.</source>
   <translation>Prüfen Sie den Namen, oder wählen Sie ein anderes Bild.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>the name is not valid</source>
   <translation>der Name ist nicht gültig</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>The file {0} cannot be read ({1}).</source>
   <translation>Die Datei {0} kann nicht gelesen werden ({1}).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Check that you may open it, or copy it to another folder.</source>
   <translation>Prüfen Sie, ob Sie sie öffnen dürfen, oder kopieren Sie sie in einen anderen Ordner.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>The file is empty.</source>
   <translation>Die Datei ist leer.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>The file is too large ({0} MB; the limit is {1} MB).</source>
   <translation>Die Datei ist zu groß ({0} MB; die Grenze ist {1} MB).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Make the picture smaller in an image editor.</source>
   <translation>Verkleinern Sie das Bild in einem Bildbearbeitungsprogramm.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>more than a hundred megapixels</source>
   <translation>mehr als hundert Megapixel</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>The file is not a picture that this program can read.</source>
   <translation>Die Datei ist kein Bild, das dieses Programm lesen kann.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>HEIC pictures cannot be read in this installation.</source>
   <translation>HEIC-Bilder können in dieser Installation nicht gelesen werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Save the picture as JPEG, or install pi-heif.</source>
   <translation>Sichern Sie das Bild als JPEG, oder installieren Sie pi-heif.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>The picture is too small ({0}).</source>
   <translation>Das Bild ist zu klein ({0}).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Choose one of at least {0} pixels on each side; 256 or more are better.</source>
   <translation>Wählen Sie eines mit mindestens {0} Pixeln je Seite; 256 oder mehr sind besser.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>The picture is too large ({0}; the limit is {1} megapixels).</source>
   <translation>Das Bild ist zu groß ({0}; die Grenze sind {1} Megapixel).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>Make it smaller in an image editor.</source>
   <translation>Verkleinern Sie es in einem Bildbearbeitungsprogramm.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/picture.py" />
   <source>{0} x {1} pixels</source>
   <translation>{0} x {1} Pixel</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pipeline.py" />
   <source>A threshold of {0} is not possible.</source>
   <translation>Eine Schwelle von {0} ist nicht möglich.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pipeline.py" />
   <source>Choose one between 0 and 1.</source>
   <translation>Wählen Sie eine zwischen 0 und 1.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pipeline.py" />
   <source>{0} ran out of memory, so the CPU did the work.</source>
   <translation>{0} ging der Speicher aus, darum hat die CPU gerechnet.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pipeline.py" />
   <source>The network answers with no numbers at all.</source>
   <translation>Das Netzwerk antwortet mit gar keinen Zahlen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pipeline.py" />
   <source>none by name</source>
   <translation>keine mit Namen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pipeline.py" />
   <source>It knows {0}; or choose {1}.</source>
   <translation>Es kennt {0}; oder wählen Sie {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pipeline.py" />
   <source>This model does not tell categories apart; the result is labelled {0}.</source>
   <translation>Dieses Modell unterscheidet keine Kategorien; das Ergebnis heißt {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pipeline.py" />
   <source>The network gave no number at {0} points; they count as outside.</source>
   <translation>Das Netzwerk gab an {0} Punkten keine Zahl; sie gelten als außen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pixels.py" />
   <source>An array of shape {0} is not a picture.</source>
   <translation>Ein Array der Form {0} ist kein Bild.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pixels.py" />
   <source>Give (h, w), (h, w, 3) or (h, w, 4).</source>
   <translation>Geben Sie (h, w), (h, w, 3) oder (h, w, 4).</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pixels.py" />
   <source>The picture has no pixels.</source>
   <translation>Das Bild hat keine Pixel.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pixels.py" />
   <source>Choose another picture.</source>
   <translation>Wählen Sie ein anderes Bild.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pixels.py" />
   <source>An array of {0} is not a picture.</source>
   <translation>Ein Array aus {0} ist kein Bild.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/pixels.py" />
   <source>Give unsigned 8-bit integers.</source>
   <translation>Geben Sie vorzeichenlose 8-Bit-Zahlen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/point_evaluator.py" />
   <source>The device ran out of memory while the shape was computed.</source>
   <translation>Dem Gerät ging der Speicher aus, während die Form berechnet wurde.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/point_evaluator.py" />
   <source>Close other programs that use it, or choose the CPU.</source>
   <translation>Schließen Sie andere Programme, die es benutzen, oder wählen Sie die CPU.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/drain.py" />
   <source>No place is wide enough for such a drain hole.</source>
   <translation>Keine Stelle ist breit genug für ein solches Abflussloch.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/drain.py" />
   <source>Choose a narrower one.</source>
   <translation>Wählen Sie ein engeres.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/flat_base.py" />
   <source>The flat base would cut the whole object away.</source>
   <translation>Die Standfläche würde den ganzen Gegenstand wegschneiden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/flat_base.py" />
   <source>Choose a lower base.</source>
   <translation>Wählen Sie eine niedrigere Standfläche.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/flat_base.py" />
   <source>The flat base cannot be closed at this height.</source>
   <translation>Die Standfläche kann in dieser Höhe nicht geschlossen werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/flat_base.py" />
   <source>Choose one a little higher or lower.</source>
   <translation>Wählen Sie eine etwas höhere oder tiefere.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/hollow.py" />
   <source>Such thick walls leave no room inside.</source>
   <translation>So dicke Wände lassen innen keinen Raum.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/hollow.py" />
   <source>Choose thinner walls.</source>
   <translation>Wählen Sie dünnere Wände.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/hollow.py" />
   <source>The walls are too thin for an object of this size.</source>
   <translation>Die Wände sind zu dünn für ein Objekt dieser Größe.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/hollow.py" />
   <source>Choose thicker walls.</source>
   <translation>Wählen Sie dickere Wände.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>A base at {0} mm is not possible.</source>
   <translation>Eine Standfläche bei {0} mm ist nicht möglich.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>Choose zero or more.</source>
   <translation>Wählen Sie null oder mehr.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>Walls of {0} mm are not possible.</source>
   <translation>Wände von {0} mm sind nicht möglich.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>{0} triangles are too few for a solid.</source>
   <translation>{0} Dreiecke sind zu wenig für einen Körper.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>Choose {0} or more, or 0 to keep all.</source>
   <translation>Wählen Sie {0} oder mehr, oder 0, um alle zu behalten.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>{0} rounds of smoothing are not possible.</source>
   <translation>{0} Runden Glätten sind nicht möglich.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>Choose a number from 0 to {0}.</source>
   <translation>Wählen Sie eine Zahl von 0 bis {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>A drain hole of {0} mm is not possible.</source>
   <translation>Ein Abflussloch von {0} mm ist nicht möglich.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>A solid print has nothing to drain.</source>
   <translation>Aus einem vollen Druck kann nichts abfließen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/order.py" />
   <source>Choose how thick its walls are, too.</source>
   <translation>Wählen Sie auch, wie dick die Wände sind.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/prepare.py" />
   <source>This mesh is not closed, so it is not ready to print.</source>
   <translation>Dieses Netz ist nicht geschlossen, darum kann es nicht gedruckt werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/prepare.py" />
   <source>Reconstruct it again.</source>
   <translation>Rekonstruieren Sie es noch einmal.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/prepare.py" />
   <source>{0} triangles are left: fewer would change the shape's form.</source>
   <translation>{0} Dreiecke bleiben: weniger würden die Form verändern.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/prepare.py" />
   <source>One hollow is too narrow for a drain hole, so it stays closed.</source>
   <translation>Ein Hohlraum ist zu eng für ein Abflussloch und bleibt darum geschlossen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/prepare.py" />
   <source>{0} hollows are too narrow for a drain hole, so they stay closed.</source>
   <translation>{0} Hohlräume sind zu eng für ein Abflussloch und bleiben darum geschlossen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/prepare.py" />
   <source>One step would have opened the mesh, so it was left out.</source>
   <translation>Ein Schritt hätte das Netz geöffnet, darum wurde er ausgelassen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/prepare.py" />
   <source>The flat base would cut too much away at this size.</source>
   <translation>Die Standfläche würde bei dieser Größe zu viel wegschneiden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/punch.py" />
   <source>The wall is folded where the drain hole would be.</source>
   <translation>Die Wand ist gefaltet, wo das Abflussloch wäre.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/punch.py" />
   <source>Choose a narrower hole.</source>
   <translation>Wählen Sie ein engeres Loch.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/punch.py" />
   <source>The drain hole cannot be cut here.</source>
   <translation>Das Abflussloch lässt sich hier nicht schneiden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/punch.py" />
   <source>Choose one a little wider or narrower.</source>
   <translation>Wählen Sie ein etwas weiteres oder engeres.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/smooth.py" />
   <source>Smoothing leaves nothing of this object.</source>
   <translation>Das Glätten lässt von diesem Gegenstand nichts übrig.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/smooth.py" />
   <source>Choose fewer rounds.</source>
   <translation>Wählen Sie weniger Runden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Surface</source>
   <translation>Oberfläche</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>{0} cm²</source>
   <translation>{0} cm²</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Solid</source>
   <translation>Körper</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Watertight and manifold: any slicer takes it as it is.</source>
   <translation>Dicht und mannigfaltig: jeder Slicer nimmt es, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Watertight, but it touches itself in single points; slicers mend that by themselves.</source>
   <translation>Dicht, aber es berührt sich selbst in einzelnen Punkten; Slicer beheben das von selbst.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>closed, with pinches</source>
   <translation>geschlossen, mit Engstellen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>It has holes; the slicer may fill it wrongly.</source>
   <translation>Es hat Löcher; der Slicer füllt es vielleicht falsch.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Pieces</source>
   <translation>Stücke</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>It comes off the printer in one piece.</source>
   <translation>Es kommt in einem Stück aus dem Drucker.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>They are not joined to each other: some may start in mid-air or fall off.</source>
   <translation>Sie sind nicht verbunden: manche beginnen vielleicht in der Luft oder fallen ab.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source> mm</source>
   <translation> mm</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Larger than most printers' {0} mm: scale it down.</source>
   <translation>Größer als die {0} mm der meisten Drucker: verkleinern Sie es.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Width, depth and height; it fits on most printers.</source>
   <translation>Breite, Tiefe und Höhe; es passt auf die meisten Drucker.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Thinnest wall</source>
   <translation>Dünnste Wand</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>No two sides of it face each other.</source>
   <translation>Keine zwei Seiten liegen einander gegenüber.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Walls of {0} mm are thinner than most printers' {1} mm: print it larger.</source>
   <translation>Wände von {0} mm sind dünner als die {1} mm der meisten Drucker: drucken Sie es größer.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>{0} mm</source>
   <translation>{0} mm</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Thick enough for most printers.</source>
   <translation>Dick genug für die meisten Drucker.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>So much of the surface leans out over air by more than 45°: turn supports on.</source>
   <translation>So viel der Oberfläche hängt um mehr als 45° über Luft: schalten Sie Stützen ein.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Overhang</source>
   <translation>Überhang</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Hardly anything hangs over air: it prints without supports.</source>
   <translation>Kaum etwas hängt über Luft: es druckt ohne Stützen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>The cavity saves {0} % of the solid's {1} cm³.</source>
   <translation>Der Hohlraum spart {0} % von den {1} cm³ des vollen Körpers.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Hollow</source>
   <translation>Hohl</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>{0} cm³</source>
   <translation>{0} cm³</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>About {0} g of PLA if printed solid, less with infill.</source>
   <translation>Etwa {0} g PLA, wenn massiv gedruckt, weniger mit Füllung.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Volume</source>
   <translation>Volumen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/printing/verdicts.py" />
   <source>Drawn with {0} triangles.</source>
   <translation>Mit {0} Dreiecken gezeichnet.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/turntable.py" />
   <source>films cannot be written here</source>
   <translation>hier lassen sich keine Filme schreiben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/turntable.py" />
   <source>{0} could not be saved: {1}.</source>
   <translation>{0} konnte nicht gesichert werden: {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/core/turntable.py" />
   <source>Choose another folder or name.</source>
   <translation>Wählen Sie einen anderen Ordner oder Namen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/batch.py" />
   <source>Something went wrong that nobody foresaw; the log says more.</source>
   <translation>Etwas ist schiefgegangen, das niemand vorhergesehen hat; das Protokoll sagt mehr.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/batch.py" />
   <source>at work</source>
   <translation>in Arbeit</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/handing.py" />
   <source>{0} could not be started.</source>
   <translation>{0} konnte nicht gestartet werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/handing.py" />
   <source>Open {0} in it.</source>
   <translation>Öffnen Sie {0} darin.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/handing.py" />
   <source>The mesh cannot be handed out: {0}.</source>
   <translation>Das Netz kann nicht herausgegeben werden: {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/handing.py" />
   <source>Export it instead.</source>
   <translation>Exportieren Sie es stattdessen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/printing.py" />
   <source>Smoothing</source>
   <translation>Glätte</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/printing.py" />
   <source>Taking triangles away</source>
   <translation>Nehme Dreiecke weg</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/printing.py" />
   <source>Cutting the base</source>
   <translation>Schneide die Standfläche</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/printing.py" />
   <source>Making it hollow</source>
   <translation>Aushöhlen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/printing.py" />
   <source>Measuring</source>
   <translation>Messe</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/reconstruction.py" />
   <source>Starting</source>
   <translation>Beginne</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/reconstruction.py" />
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/reconstruction.py" />
   <source>“{0}” has no known mesh format.</source>
   <translation>„{0}“ hat kein bekanntes Netzformat.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/reconstruction.py" />
   <source>End its name in {0}.</source>
   <translation>Lassen Sie den Namen auf {0} enden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/shape_pictures.py" />
   <source>These shapes cannot be shown.</source>
   <translation>Diese Formen lassen sich nicht zeigen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/stages.py" />
   <source>Loading the model</source>
   <translation>Lade das Modell</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/stages.py" />
   <source>Cutting out the object</source>
   <translation>Schneide den Gegenstand aus</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/stages.py" />
   <source>Reading the picture</source>
   <translation>Lese das Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/stages.py" />
   <source>Asking the network for the shape</source>
   <translation>Frage das Netzwerk nach der Form</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/stages.py" />
   <source>Drawing the surface</source>
   <translation>Zeichne die Oberfläche</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/stages.py" />
   <source>Making shapes and pictures</source>
   <translation>Erzeuge Formen und Bilder</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/stages.py" />
   <source>Learning shapes</source>
   <translation>Lerne Formen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/stages.py" />
   <source>Learning to read pictures</source>
   <translation>Lerne, Bilder zu lesen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>A training run is going on already.</source>
   <translation>Ein Trainingslauf ist schon im Gange.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>Stop it before starting another.</source>
   <translation>Halten Sie ihn an, bevor Sie einen weiteren beginnen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>The training program could not be started.</source>
   <translation>Das Trainingsprogramm konnte nicht gestartet werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>Reinstall imrecon.</source>
   <translation>Installieren Sie imrecon neu.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>The run cannot be told to {0}: {1}.</source>
   <translation>Dem Lauf lässt sich „{0}“ nicht sagen: {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>Check its folder and the disk.</source>
   <translation>Prüfen Sie seinen Ordner und den Datenträger.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>Its last words were: {0}</source>
   <translation>Seine letzten Worte waren: {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>The machine may have run out of memory.</source>
   <translation>Vielleicht ging dem Rechner der Speicher aus.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>The training run ended unexpectedly.</source>
   <translation>Der Trainingslauf endete unerwartet.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>The training run failed.</source>
   <translation>Der Trainingslauf ist misslungen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>The trainer does not answer.</source>
   <translation>Das Trainingsprogramm antwortet nicht.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>Reinstall imrecon with its training package.</source>
   <translation>Installieren Sie imrecon mit seinem Trainingspaket neu.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>The folder {0} cannot be made.</source>
   <translation>Der Ordner {0} kann nicht angelegt werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/services/training.py" />
   <source>Check its rights and the disk.</source>
   <translation>Prüfen Sie seine Rechte und den Datenträger.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>One picture in, one closed 3D mesh out. Everything happens on this machine.</source>
   <translation>Ein Bild hinein, ein geschlossenes 3D-Netz heraus. Alles geschieht auf diesem Rechner.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>imrecon is free software under the MIT licence.</source>
   <translation>imrecon ist freie Software unter der MIT-Lizenz.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>It uses Qt through PySide6 under the GNU LGPL, version 3: Qt's libraries are separate files that you may replace with your own builds.</source>
   <translation>Es verwendet Qt durch PySide6 unter der GNU LGPL, Version 3: Qts Bibliotheken sind eigene Dateien, die Sie durch selbst übersetzte ersetzen dürfen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>The method is IM-NET: Chen and Zhang, Learning Implicit Fields for Generative Shape Modeling, CVPR 2019.</source>
   <translation>Das Verfahren ist IM-NET: Chen und Zhang, Learning Implicit Fields for Generative Shape Modeling, CVPR 2019.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>About imrecon</source>
   <translation>Über imrecon</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>Built on</source>
   <translation>Gebaut auf</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>imrecon {0}</source>
   <translation>imrecon {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>Package</source>
   <translation>Paket</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/about_dialog.py" />
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Open a picture…</source>
   <translation>Ein Bild ö&amp;ffnen…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Open &amp;recent</source>
   <translation>&amp;Zuletzt geöffnet</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Export the mesh…</source>
   <translation>Das Netz &amp;exportieren…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Prepare for &amp;printing…</source>
   <translation>Für den &amp;Druck vorbereiten…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Quit</source>
   <translation>&amp;Beenden</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Paste a picture</source>
   <translation>Ein Bild &amp;einfügen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Mend the cut-out…</source>
   <translation>Den Ausschnitt &amp;ausbessern…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Reconstruct</source>
   <translation>&amp;Rekonstruieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>{0} view</source>
   <translation>Ansicht {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Reset the view</source>
   <translation>Ansicht zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Photo's view</source>
   <translation>Ansicht des Fotos</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Triangle edges</source>
   <translation>Dreieckskanten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Wireframe</source>
   <translation>Drahtgitter</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Photo's colours</source>
   <translation>Farben des Fotos</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Seen and imagined</source>
   <translation>Gesehen und ausgedacht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Floor grid</source>
   <translation>Bodengitter</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Change the shape</source>
   <translation>Die Form ändern</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;Keys</source>
   <translation>&amp;Tasten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/actions.py" />
   <source>&amp;About imrecon</source>
   <translation>Ü&amp;ber imrecon</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/blend_row.py" />
   <source>Blend with…</source>
   <translation>Mischen mit …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/blend_row.py" />
   <source>Choose a second picture, or drop one here: its shape is mixed in</source>
   <translation>Wählen Sie ein zweites Bild, oder legen Sie eins hier ab: seine Form wird beigemischt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/blend_row.py" />
   <source>From this picture's shape, on the left, to the second picture's</source>
   <translation>Von der Form dieses Bildes, links, zu der des zweiten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/blend_row.py" />
   <source>Without the second picture</source>
   <translation>Ohne das zweite Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/bug_dialog.py" />
   <source>imrecon {0}, Python {1}, {2}</source>
   <translation>imrecon {0}, Python {1}, {2}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/bug_dialog.py" />
   <source>Something went wrong</source>
   <translation>Etwas ist schiefgegangen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/bug_dialog.py" />
   <source>This is a mistake in imrecon, not yours</source>
   <translation>Das ist ein Fehler in imrecon, nicht Ihrer</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/bug_dialog.py" />
   <source>You can go on working. The log is in {0}; please send it along with these details.</source>
   <translation>Sie können weiterarbeiten. Das Protokoll liegt in {0}; bitte schicken Sie es mit diesen Einzelheiten ein.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/bug_dialog.py" />
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/card_dialog.py" />
   <source>Model card</source>
   <translation>Modellkarte</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/card_dialog.py" />
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Open a picture</source>
   <translation>Ein Bild öffnen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Paste a picture</source>
   <translation>Ein Bild einfügen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Mend the cut-out</source>
   <translation>Den Ausschnitt ausbessern</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Reconstruct</source>
   <translation>Rekonstruieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Cancel the reconstruction</source>
   <translation>Die Rekonstruktion abbrechen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Export the mesh</source>
   <translation>Das Netz exportieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Triangle edges on and off</source>
   <translation>Dreieckskanten ein und aus</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Wireframe on and off</source>
   <translation>Drahtgitter ein und aus</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Photo's colours on and off</source>
   <translation>Farben des Fotos ein und aus</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Seen and imagined on and off</source>
   <translation>Gesehen und ausgedacht ein und aus</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Floor grid on and off</source>
   <translation>Bodengitter ein und aus</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Sliders that change the shape, on and off</source>
   <translation>Regler, die die Form ändern, ein und aus</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Ctrl+Z   Ctrl+Shift+Z</source>
   <translation>Strg+Z   Strg+Umschalt+Z</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>A change of shape back, and forth again</source>
   <translation>Eine Änderung der Form zurück, und wieder vor</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Photo over the mesh, from its own camera, on and off</source>
   <translation>Foto über dem Netz, aus seiner eigenen Kamera, ein und aus</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Front, right, top, three-quarter view</source>
   <translation>Ansicht von vorn, rechts, oben, schräg</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Drag</source>
   <translation>Ziehen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Turn; with Shift, move</source>
   <translation>Drehen; mit Umschalt verschieben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Wheel</source>
   <translation>Mausrad</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Come closer, go away</source>
   <translation>Näher, weiter weg</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Arrows, + and -</source>
   <translation>Pfeile, + und -</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>The same, once the mesh has the keyboard (Tab)</source>
   <translation>Dasselbe, sobald das Netz die Tastatur hat (Tab)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Present how it works</source>
   <translation>Vorführen, wie es geht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Page up, page down</source>
   <translation>Bild auf, Bild ab</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Back and on in the presentation</source>
   <translation>Zurück und weiter in der Vorführung</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>This sheet</source>
   <translation>Dieses Blatt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/cheat_sheet.py" />
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/compare_dialog.py" />
   <source>Comparing …</source>
   <translation>Vergleiche …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/compare_dialog.py" />
   <source>Both are centred and scaled to a longest side of 1; neither is turned.</source>
   <translation>Beide sind zentriert und auf eine längste Seite von 1 gebracht; keines ist gedreht.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/compare_dialog.py" />
   <source>The other mesh is not closed, so the overlap is a guess.</source>
   <translation>Das andere Netz ist nicht geschlossen, darum ist die Überlappung geschätzt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/compare_dialog.py" />
   <source>Compared with {0}</source>
   <translation>Verglichen mit {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/compare_dialog.py" />
   <source>Not compared</source>
   <translation>Nicht verglichen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/compare_dialog.py" />
   <source>The reconstruction, coloured by its error</source>
   <translation>Die Rekonstruktion, nach ihrem Fehler gefärbt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/compare_dialog.py" />
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/compare_dialog.py" />
   <source>Volume overlap (IoU) {0}   ·   mean distance (Chamfer-L1) {1} of the longest side   ·   F-score at {2}: {3}</source>
   <translation>Überlappung der Volumen (IoU) {0}   ·   mittlerer Abstand (Chamfer-L1) {1} der längsten Seite   ·   F-Wert bei {2}: {3}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/comparer.py" />
   <source>Compare with a mesh…</source>
   <translation>Mit einem Netz vergleichen…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/comparer.py" />
   <source>Compare with the sample's true shape</source>
   <translation>Mit der wahren Form des Beispiels vergleichen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/comparer.py" />
   <source>Only of the sample pictures is the true shape known.</source>
   <translation>Nur von den Beispielbildern ist die wahre Form bekannt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/comparer.py" />
   <source>Reconstruct one of them, or compare with a mesh file.</source>
   <translation>Rekonstruieren Sie eines davon, oder vergleichen Sie mit einer Netzdatei.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/comparer.py" />
   <source>The true shape</source>
   <translation>Die wahre Form</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/comparer.py" />
   <source>There is no reconstruction to compare yet.</source>
   <translation>Es gibt noch keine Rekonstruktion zum Vergleichen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.heic *.heif *.avif);;All files (*)</source>
   <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.heic *.heif *.avif);;Alle Dateien (*)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Open pictures</source>
   <translation>Bilder öffnen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Export all meshes to a folder</source>
   <translation>Alle Netze in einen Ordner exportieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Train on a folder of meshes</source>
   <translation>Mit einem Ordner von Netzen trainieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Meshes ({0});;All files (*)</source>
   <translation>Netze ({0});;Alle Dateien (*)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Compare with a mesh</source>
   <translation>Mit einem Netz vergleichen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>A model is being trained.</source>
   <translation>Ein Modell wird gerade trainiert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Training is running</source>
   <translation>Das Training läuft</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>It can go on without the window; the next one shows it again. If it is stopped, what it has learnt so far is kept as a model.</source>
   <translation>Es kann ohne das Fenster weitergehen; das nächste zeigt es wieder. Wird es angehalten, bleibt als Modell, was bisher gelernt ist.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Leave it running</source>
   <translation>Weiterlaufen lassen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Stop and keep</source>
   <translation>Anhalten und behalten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/dialogs.py" />
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/drag_handle.py" />
   <source>Drag the mesh into another program</source>
   <translation>Das Netz in ein anderes Programm ziehen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/drag_handle.py" />
   <source>Drag the mesh, as {0}, into a program or a folder; click for other formats</source>
   <translation>Das Netz, als {0}, in ein Programm oder einen Ordner ziehen; ein Klick zeigt andere Formate</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/drag_handle.py" />
   <source>Drag as {0} · {1}</source>
   <translation>Ziehen als {0} · {1}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/export_bar.py" />
   <source>Longest side in millimetres</source>
   <translation>Längste Seite in Millimetern</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/export_bar.py" />
   <source>Longest side in STL and 3MF files; the other formats have no unit</source>
   <translation>Längste Seite in STL- und 3MF-Dateien; die anderen Formate haben keine Einheit</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/export_bar.py" />
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/export_bar.py" />
   <source>Save the mesh to a file (Ctrl+E)</source>
   <translation>Das Netz in eine Datei sichern (Strg+E)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/export_bar.py" />
   <source>Prepare for printing…</source>
   <translation>Für den Druck vorbereiten…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/fullness.py" />
   <source>Fullness</source>
   <translation>Fülle</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/hand_over.py" />
   <source>No program that opens meshes was found here</source>
   <translation>Kein Programm, das Netze öffnet, wurde hier gefunden</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/hand_over.py" />
   <source>Copy the path of the last export</source>
   <translation>Den Pfad des letzten Exports kopieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/hand_over.py" />
   <source>Open in</source>
   <translation>Öffnen in</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/hand_over.py" />
   <source>{0} is starting with {1}.</source>
   <translation>{0} startet mit {1}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/hand_over.py" />
   <source>It may take a moment.</source>
   <translation>Das kann einen Augenblick dauern.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/heat_legend.py" />
   <source>On the true surface</source>
   <translation>Auf der wahren Oberfläche</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/heat_legend.py" />
   <source>{0} of the longest side off, or more</source>
   <translation>{0} der längsten Seite daneben, oder mehr</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/heat_legend.py" />
   <source>Dark blue is near, yellow is far</source>
   <translation>Dunkelblau ist nah, Gelb ist fern</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>pasted picture</source>
   <translation>eingefügtes Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>dropped picture</source>
   <translation>abgelegtes Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Cutting out the object …</source>
   <translation>Schneide den Gegenstand aus …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>or several; or paste one with Ctrl+V. One object, whole, in view.</source>
   <translation>oder mehrere; oder eines einfügen mit Strg+V. Ein Gegenstand, ganz im Bild.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Drop a picture here</source>
   <translation>Hier ein Bild ablegen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Exactly what the network sees: {0} by {1} pixels</source>
   <translation>Genau das, was das Netzwerk sieht: {0} mal {1} Pixel</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Network input, {0}²</source>
   <translation>Eingabe, {0}²</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Mend…</source>
   <translation>Ausbessern…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Mend the cut-out: add, erase, turn (M)</source>
   <translation>Den Ausschnitt ausbessern: hinzufügen, wegnehmen, drehen (M)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Open…</source>
   <translation>Datei…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Open a picture file, or several (Ctrl+O)</source>
   <translation>Eine Bilddatei öffnen, oder mehrere (Strg+O)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Paste</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Paste a picture (Ctrl+V)</source>
   <translation>Ein Bild einfügen (Strg+V)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Samples</source>
   <translation>Muster</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>Try one of the sample pictures</source>
   <translation>Eines der Beispielbilder ausprobieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>mended by hand</source>
   <translation>von Hand ausgebessert</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>its own transparency</source>
   <translation>eigene Transparenz</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/image_panel.py" />
   <source>cut out in {0} s</source>
   <translation>ausgeschnitten in {0} s</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/incoming.py" />
   <source>This is an address, and imrecon fetches nothing from the network.</source>
   <translation>Das ist eine Adresse, und imrecon holt nichts aus dem Netz.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/incoming.py" />
   <source>Save the picture to a file first, or copy the picture itself and paste it.</source>
   <translation>Sichern Sie das Bild zuerst in eine Datei, oder kopieren Sie das Bild selbst und fügen Sie es ein.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/incoming.py" />
   <source>There is no picture in this.</source>
   <translation>Darin ist kein Bild.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/incoming.py" />
   <source>Copy a picture or a picture file, or use Open.</source>
   <translation>Kopieren Sie ein Bild oder eine Bilddatei, oder wählen Sie eine mit Datei…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/keepsakes.py" />
   <source>Save a picture of the view…</source>
   <translation>Ein Bild der Ansicht sichern…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/keepsakes.py" />
   <source>Save a turntable…</source>
   <translation>Eine Drehung sichern…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/keepsakes.py" />
   <source>Save a turntable as a film…</source>
   <translation>Eine Drehung als Film sichern…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/keepsakes.py" />
   <source>Save a picture</source>
   <translation>Ein Bild sichern</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/keepsakes.py" />
   <source>PNG picture</source>
   <translation>PNG-Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/keepsakes.py" />
   <source>GIF animation</source>
   <translation>GIF-Animation</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/keepsakes.py" />
   <source>MP4 film</source>
   <translation>MP4-Film</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/keepsakes.py" />
   <source>Save a turntable</source>
   <translation>Eine Drehung sichern</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/legend.py" />
   <source>Seen by the camera</source>
   <translation>Von der Kamera gesehen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/legend.py" />
   <source>Imagined by the network</source>
   <translation>Vom Netzwerk ausgedacht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/bars.py" />
   <source>The numbers of z as bars</source>
   <translation>Die Zahlen von z als Balken</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/bars.py" />
   <source>What the network thinks the object is</source>
   <translation>Wofür das Netzwerk den Gegenstand hält</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/camera_drawing.py" />
   <source>Where the network thinks the camera stood</source>
   <translation>Wo nach Meinung des Netzwerks die Kamera stand</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/camera_drawing.py" />
   <source>from above</source>
   <translation>von oben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/camera_drawing.py" />
   <source>from the side</source>
   <translation>von der Seite</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/camera_drawing.py" />
   <source>{0}° to the {1} of</source>
   <translation>{0}° {1} von</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/camera_drawing.py" />
   <source>straight at</source>
   <translation>genau vor</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/camera_drawing.py" />
   <source>{0} the object's front, {1}</source>
   <translation>{0} der Vorderseite, {1}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/controls.py" />
   <source>{0} cells along each side</source>
   <translation>{0} Zellen je Seite</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/controls.py" />
   <source>Way {0}</source>
   <translation>Richtung {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/controls.py" />
   <source>How far z is moved</source>
   <translation>Wie weit z verschoben ist</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/controls.py" />
   <source>Back to your z</source>
   <translation>Zurück zu Ihrem z</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/controls.py" />
   <source>Ask again</source>
   <translation>Noch einmal fragen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/pages.py" />
   <source>Your picture</source>
   <translation>Ihr Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/pages.py" />
   <source>{0} × {1} pixels</source>
   <translation>{0} × {1} Pixel</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/pages.py" />
   <source>What is it?</source>
   <translation>Was ist es?</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/pages.py" />
   <source>Where did the camera stand?</source>
   <translation>Wo stand die Kamera?</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/pages.py" />
   <source>z: {0} numbers</source>
   <translation>z: {0} Zahlen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/scene_page.py" />
   <source>Nothing is inside: this recipe makes no object.</source>
   <translation>Nichts ist innen: dieses Rezept ergibt keinen Gegenstand.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/scene_page.py" />
   <source>{0} points asked, {1} are inside</source>
   <translation>{0} Punkte gefragt, {1} liegen innen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/scene_page.py" />
   <source>{0} little squares</source>
   <translation>{0} kleine Quadrate</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/scene_page.py" />
   <source>{0} triangles</source>
   <translation>{0} Dreiecke</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>Left to right</source>
   <translation>Links nach rechts</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>Bottom to top</source>
   <translation>Unten nach oben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>Back to front</source>
   <translation>Hinten nach vorn</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>seen from the right</source>
   <translation>von rechts gesehen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>seen from above</source>
   <translation>von oben gesehen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>seen from the front</source>
   <translation>von vorn gesehen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>The probability of being inside, on the sheet</source>
   <translation>Die Wahrscheinlichkeit, innen zu sein, auf dem Blatt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>100 %  inside</source>
   <translation>100 %  innen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>0 %  outside</source>
   <translation>0 %  außen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/slice_page.py" />
   <source>Where the sheet is</source>
   <translation>Wo das Blatt ist</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>A picture goes in</source>
   <translation>Ein Bild geht hinein</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>The object is cut out and shrunk to {0} × {1} pixels. The network never sees more of it than that.</source>
   <translation>Der Gegenstand wird ausgeschnitten und auf {0} × {1} Pixel verkleinert. Mehr sieht das Netzwerk nie von ihm.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>The picture becomes a code</source>
   <translation>Das Bild wird ein Code</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>A first network squeezes the pixels into {n} numbers, called z: a recipe for the shape. On the way it {guesses}.</source>
   <translation>Ein erstes Netzwerk presst die Pixel in {n} Zahlen, genannt z: ein Rezept für die Form. Dabei {guesses}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>Inside or outside?</source>
   <translation>Innen oder außen?</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>A second network is given z{glance} and one point in space: is it inside the object? We ask at many points, and paint yes orange and no blue.</source>
   <translation>Ein zweites Netzwerk bekommt z{glance} und einen Punkt im Raum: liegt er im Gegenstand? Wir fragen an vielen Punkten und malen ja orange und nein blau.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>A look inside</source>
   <translation>Ein Blick hinein</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>Ask at every point of a flat sheet, and you see what the network thinks is inside. Move the slider to push the sheet through the object.</source>
   <translation>Fragen Sie an jedem Punkt eines flachen Blatts, und Sie sehen, was das Netzwerk für innen hält. Der Regler schiebt das Blatt durch den Gegenstand.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>Yes becomes a box</source>
   <translation>Aus Ja wird ein Kästchen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>Put a little box wherever the answer is yes. Twice as many points along each side make finer boxes, but eight times as many points in all.</source>
   <translation>Ein Kästchen überall, wo die Antwort ja ist. Doppelt so viele Punkte je Seite geben feinere Kästchen, aber achtmal so viele Punkte insgesamt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>A skin around the boxes</source>
   <translation>Eine Haut um die Kästchen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>“Marching cubes” puts the surface between the points, where no turns into yes. It is the same z every time: only the number of questions changes.</source>
   <translation>„Marching Cubes“ legt die Oberfläche zwischen die Punkte, wo aus nein ja wird. Es ist jedes Mal dasselbe z: nur die Zahl der Fragen ändert sich.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>Change the recipe</source>
   <translation>Das Rezept ändern</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>Move the slider to change the numbers of z a little. Nobody has drawn these shapes: the network makes them up from what it has learned.</source>
   <translation>Der Regler ändert die Zahlen von z ein wenig. Niemand hat diese Formen gezeichnet: das Netzwerk denkt sie sich aus, nach dem, was es gelernt hat.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>a few hundred</source>
   <translation>einige hundert</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>what the object is</source>
   <translation>was der Gegenstand ist</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>where the camera stood</source>
   <translation>wo die Kamera stand</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>also guesses </source>
   <translation>errät es auch, </translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source> and </source>
   <translation> und </translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>leaves out all that does not matter</source>
   <translation>lässt es alles weg, worauf es nicht ankommt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/steps.py" />
   <source>, a look at the picture</source>
   <translation>, einen Blick auf das Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/tab.py" />
   <source>There is no model to look into. Train one, or import one, first.</source>
   <translation>Es gibt kein Modell, in das man hineinsehen könnte. Trainieren oder importieren Sie zuerst eines.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/tab.py" />
   <source>The network reads the picture …</source>
   <translation>Das Netzwerk liest das Bild …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/tab.py" />
   <source>Present (F5)</source>
   <translation>Vorführen (F5)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/tab.py" />
   <source>End (Esc)</source>
   <translation>Beenden (Esc)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/tab.py" />
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/tab.py" />
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/lesson/tab.py" />
   <source>Step {0} of {1}</source>
   <translation>Schritt {0} von {1}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/main_window.py" />
   <source>The language changes with the next start.</source>
   <translation>Die Sprache wechselt beim nächsten Start.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/main_window.py" />
   <source>Stopping the training, then closing.</source>
   <translation>Das Training wird angehalten, dann wird geschlossen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/main_window.py" />
   <source>The model “{0}” is ready.</source>
   <translation>Das Modell „{0}“ ist fertig.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/main_window.py" />
   <source>It is chosen in the Reconstruct tab.</source>
   <translation>Es ist unter Rekonstruieren ausgewählt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/main_window.py" />
   <source>Keys (H)</source>
   <translation>Tasten (H)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/main_window.py" />
   <source>Train</source>
   <translation>Trainieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/main_window.py" />
   <source>How it works</source>
   <translation>Wie es geht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/main_window.py" />
   <source>Light or dark</source>
   <translation>Hell oder dunkel</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_dialog.py" />
   <source>Drag to paint; the right button does the opposite. Arrows move the brush, Space puts it down and lifts it, [ and ] change its size.</source>
   <translation>Ziehen malt; die rechte Taste tut das Gegenteil. Pfeile bewegen den Pinsel, die Leertaste setzt ihn auf und hebt ihn ab, [ und ] ändern seine Größe.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_dialog.py" />
   <source>Cut-out</source>
   <translation>Ausschnitt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Add to the object with the brush (A)</source>
   <translation>Mit dem Pinsel zum Gegenstand hinzufügen (A)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Erase</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Take away from the object with the brush (E)</source>
   <translation>Mit dem Pinsel vom Gegenstand wegnehmen (E)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>This one</source>
   <translation>Dieser hier</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Draw a rectangle around the object to cut it out anew (R)</source>
   <translation>Ein Rechteck um den Gegenstand ziehen, um ihn neu auszuschneiden (R)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Undo (Ctrl+Z)</source>
   <translation>Rückgängig (Strg+Z)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Redo (Ctrl+Shift+Z)</source>
   <translation>Wiederholen (Strg+Umschalt+Z)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Turn a quarter to the left</source>
   <translation>Eine Vierteldrehung nach links</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Turn a quarter to the right</source>
   <translation>Eine Vierteldrehung nach rechts</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>{0} px</source>
   <translation>{0} px</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>How wide the brush is (wheel, or [ and ])</source>
   <translation>Wie breit der Pinsel ist (Mausrad, oder [ und ])</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Network input</source>
   <translation>Eingabe des Netzwerks</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Tilt</source>
   <translation>Neigung</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Turn the picture by a small angle</source>
   <translation>Das Bild um einen kleinen Winkel drehen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Fills the frame</source>
   <translation>Füllt den Rahmen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>How much of the network input the object takes; {0} is usual</source>
   <translation>Wie viel der Eingabe der Gegenstand einnimmt; {0} ist üblich</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Start over</source>
   <translation>Von vorn</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Go back to the first cut-out</source>
   <translation>Zum ersten Ausschnitt zurückkehren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/mask_tools.py" />
   <source>Notice</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Reconstruct new pictures at once</source>
   <translation>Neue Bilder sofort rekonstruieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Even out ripples</source>
   <translation>Wellen glätten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Cancelling …</source>
   <translation>Breche ab …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>No model is installed yet: train one in the Train tab.</source>
   <translation>Noch ist kein Modell installiert: trainieren Sie eines unter Trainieren.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Start as soon as the object is cut out; else press the button</source>
   <translation>Beginnen, sobald der Gegenstand ausgeschnitten ist; sonst auf Knopfdruck</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Calm the small waves of faces; edges and the volume stay</source>
   <translation>Die kleinen Wellen der Flächen beruhigen; Kanten und Volumen bleiben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Category</source>
   <translation>Kategorie</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>What kind of object it is; Automatic lets the network decide</source>
   <translation>Was für ein Gegenstand es ist; bei Automatisch entscheidet das Netzwerk</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Which trained network to use</source>
   <translation>Welches trainierte Netzwerk benutzt wird</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Resolution</source>
   <translation>Auflösung</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Cells along each side of the grid: finer takes longer</source>
   <translation>Zellen je Seite des Gitters: feiner dauert länger</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Thinner or fuller than the network thinks best</source>
   <translation>Dünner oder voller, als das Netzwerk für richtig hält</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/params_panel.py" />
   <source>Where the network runs</source>
   <translation>Wo das Netzwerk rechnet</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/photo_bar.py" />
   <source>Seen from where the photo was taken. Drag the line: photo left, mesh right.</source>
   <translation>Von dort gesehen, wo das Foto entstand. Ziehen Sie die Linie: links Foto, rechts Netz.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/photo_bar.py" />
   <source>Opacity of the photo</source>
   <translation>Deckkraft des Fotos</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/photo_bar.py" />
   <source>How opaque the photo is</source>
   <translation>Wie deckend das Foto ist</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/photo_bar.py" />
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/photo_bar.py" />
   <source>Take the photo away (P)</source>
   <translation>Das Foto wegnehmen (P)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/photo_bar.py" />
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/presentation.py" />
   <source>&amp;Present how it works</source>
   <translation>&amp;Vorführen, wie es geht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>STL (usually Z up, millimetres)</source>
   <translation>STL (meist Z oben, Millimeter)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>3MF (usually Z up, millimetres)</source>
   <translation>3MF (meist Z oben, Millimeter)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Wavefront OBJ (usually Y up, millimetres)</source>
   <translation>Wavefront OBJ (meist Y oben, Millimeter)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Prepare for printing</source>
   <translation>Für den Druck vorbereiten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Saving {0} …</source>
   <translation>Sichere {0} …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Update</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Making it ready …</source>
   <translation>Bereite vor …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Stopped.</source>
   <translation>Angehalten.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Saved as {0}.</source>
   <translation>Gesichert als {0}.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>Ready to print.</source>
   <translation>Bereit zum Drucken.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>One thing to look at before you print.</source>
   <translation>Eines ist vor dem Drucken zu bedenken.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_dialog.py" />
   <source>{0} things to look at before you print.</source>
   <translation>{0} Dinge sind vor dem Drucken zu bedenken.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Longest side</source>
   <translation>Längste Seite</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Width (x)</source>
   <translation>Breite (x)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Depth (y)</source>
   <translation>Tiefe (y)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Height (z)</source>
   <translation>Höhe (z)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>As it is</source>
   <translation>Wie es ist</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Filled</source>
   <translation>Gefüllt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>All of them</source>
   <translation>Alle</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source> rounds</source>
   <translation> Runden</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>The side whose length you choose; height is up</source>
   <translation>Die Seite, deren Länge Sie wählen; Höhe ist oben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Length</source>
   <translation>Länge</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>How long that side is when it is printed</source>
   <translation>Wie lang diese Seite gedruckt ist</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Cut so much off below, to a flat base that sticks to the printer's bed</source>
   <translation>So viel unten abschneiden, zu einer ebenen Standfläche, die am Druckbett haftet</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Flat base</source>
   <translation>Standfläche</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Make it hollow, with walls so thick: it takes less plastic and less time</source>
   <translation>Höhlen Sie es aus, mit so dicken Wänden: das braucht weniger Kunststoff und weniger Zeit</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Walls</source>
   <translation>Wände</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>A hole so wide in the bottom of a hollow print: resin printers need one, for the resin inside</source>
   <translation>Ein so weites Loch im Boden eines hohlen Drucks: Harzdrucker brauchen eines, für das Harz darin</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Drain hole</source>
   <translation>Abflussloch</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>At most so many triangles, the shape kept as well as they can</source>
   <translation>Höchstens so viele Dreiecke, die Form so gut erhalten, wie sie können</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Triangles</source>
   <translation>Dreiecke</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Take the grid's small steps away; the volume stays</source>
   <translation>Die kleinen Stufen des Gitters wegnehmen; das Volumen bleibt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_form.py" />
   <source>Up axis</source>
   <translation>Achse nach oben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_report.py" />
   <source>Measure</source>
   <translation>Maß</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_report.py" />
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_report.py" />
   <source>What it means</source>
   <translation>Was es bedeutet</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/print_report.py" />
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/problem_bar.py" />
   <source>Copy the message</source>
   <translation>Die Meldung kopieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/problem_bar.py" />
   <source>Do it</source>
   <translation>Tun</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/problem_bar.py" />
   <source>Dismiss</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_desk.py" />
   <source>No model is installed yet.</source>
   <translation>Noch ist kein Modell installiert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_desk.py" />
   <source>Train one in the Train tab.</source>
   <translation>Trainieren Sie eines unter Trainieren.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_desk.py" />
   <source>The queue holds {0} pictures, so {1} were left out.</source>
   <translation>Die Warteschlange fasst {0} Bilder, darum blieben {1} draußen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_desk.py" />
   <source>Remove what is done, or add them later.</source>
   <translation>Entfernen Sie, was fertig ist, oder fügen Sie sie später hinzu.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_desk.py" />
   <source>{0} meshes are saved.</source>
   <translation>{0} Netze sind gesichert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_desk.py" />
   <source>One mesh is saved.</source>
   <translation>Ein Netz ist gesichert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_desk.py" />
   <source>In {0}</source>
   <translation>In {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_keeper.py" />
   <source>Last time's queue is back.</source>
   <translation>Die Warteschlange vom letzten Mal ist wieder da.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_keeper.py" />
   <source>Start empty</source>
   <translation>Leer beginnen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_keeper.py" />
   <source>{0} is gone, so it was left out of the queue.</source>
   <translation>{0} ist nicht mehr da und fehlt darum in der Warteschlange.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_keeper.py" />
   <source>{0} pictures are gone, so they were left out of the queue.</source>
   <translation>{0} Bilder sind nicht mehr da und fehlen darum in der Warteschlange.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>at work …</source>
   <translation>in Arbeit …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>Export all…</source>
   <translation>Alle exportieren…</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>, {0} failed</source>
   <translation>, {0} misslungen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>{0} of {1} done{2}</source>
   <translation>{0} von {1} fertig{2}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>Go on</source>
   <translation>Weitermachen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>Queue</source>
   <translation>Warteschlange</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>Save every finished mesh in a folder</source>
   <translation>Jedes fertige Netz in einen Ordner sichern</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>Stop working on the queue, or go on with what was cancelled</source>
   <translation>Die Warteschlange anhalten, oder mit dem Abgebrochenen weitermachen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>Take the selected picture out of the queue (Del)</source>
   <translation>Das gewählte Bild aus der Warteschlange nehmen (Entf)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/queue_strip.py" />
   <source>Queue of pictures</source>
   <translation>Warteschlange der Bilder</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/reconstruct_tab.py" />
   <source>The picture is saved as {0}.</source>
   <translation>Das Bild ist als {0} gesichert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/reconstruct_tab.py" />
   <source>The mesh is saved as {0}.</source>
   <translation>Das Netz ist als {0} gesichert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/reconstruct_tab.py" />
   <source>Picture and parameters</source>
   <translation>Bild und Einstellungen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>front left</source>
   <translation>vorn links</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>rear left</source>
   <translation>hinten links</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>rear right</source>
   <translation>hinten rechts</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>front right</source>
   <translation>vorn rechts</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>Vertices</source>
   <translation>Ecken</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>Faces</source>
   <translation>Flächen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>Watertight</source>
   <translation>Dicht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>Seen from</source>
   <translation>Gesehen von</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/result_bar.py" />
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/second_picture.py" />
   <source>second picture</source>
   <translation>zweites Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/session_keeper.py" />
   <source>Last time's picture is back.</source>
   <translation>Das Bild vom letzten Mal ist wieder da.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/session_keeper.py" />
   <source>This is one of the samples. Drop a picture of your own in its place.</source>
   <translation>Das ist eines der Beispiele. Legen Sie ein eigenes Bild an seiner Stelle ab.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>This model knows no directions to move a shape in; it can be made symmetric.</source>
   <translation>Dieses Modell kennt keine Richtungen, in die sich eine Form verschieben ließe; sie kann symmetrisch gemacht werden.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Leave both sides as the network sees them</source>
   <translation>Beide Seiten lassen, wie das Netzwerk sie sieht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Symmetric</source>
   <translation>Symmetrisch</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Make both sides alike: the mean of the two</source>
   <translation>Beide Seiten gleich machen: das Mittel der beiden</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Left twice</source>
   <translation>Zweimal links</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Repeat the object's own left side on its right</source>
   <translation>Die eigene linke Seite des Gegenstands rechts wiederholen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Right twice</source>
   <translation>Zweimal rechts</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Repeat the object's own right side on its left</source>
   <translation>Die eigene rechte Seite des Gegenstands links wiederholen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Undo the change of shape (Ctrl+Z)</source>
   <translation>Die Änderung der Form zurücknehmen (Strg+Z)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Redo the change of shape (Ctrl+Shift+Z)</source>
   <translation>Die Änderung der Form wiederholen (Strg+Umschalt+Z)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Back to the shape the network sees</source>
   <translation>Zurück zur Form, die das Netzwerk sieht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Shape {0}</source>
   <translation>Form {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_bar.py" />
   <source>Move the shape along what sets such objects apart; 1 changes most, the middle nothing</source>
   <translation>Die Form entlang dessen verschieben, was solche Gegenstände unterscheidet; 1 ändert am meisten, die Mitte nichts</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_desk.py" />
   <source>&amp;Undo the change of shape</source>
   <translation>Die Änderung der Form &amp;zurücknehmen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/shape_desk.py" />
   <source>Re&amp;do the change of shape</source>
   <translation>Die Änderung der Form &amp;wiederholen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_controls.py" />
   <source>Start training</source>
   <translation>Training beginnen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_controls.py" />
   <source>Pause</source>
   <translation>Pausieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_controls.py" />
   <source>Progress of the run</source>
   <translation>Fortschritt des Laufs</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_controls.py" />
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_controls.py" />
   <source>Stopping …</source>
   <translation>Halte an …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_curves.py" />
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_curves.py" />
   <source>Validation IoU</source>
   <translation>IoU der Prüfung</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_curves.py" />
   <source>No run yet.</source>
   <translation>Noch kein Lauf.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_curves.py" />
   <source>This run</source>
   <translation>Dieser Lauf</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_form.py" />
   <source>A small model, for trying out.</source>
   <translation>Ein kleines Modell, zum Ausprobieren.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_form.py" />
   <source> min</source>
   <translation> min</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_form.py" />
   <source>my </source>
   <translation>mein </translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_log.py" />
   <source>Log of the run</source>
   <translation>Protokoll des Laufs</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_log.py" />
   <source>Copy the log</source>
   <translation>Das Protokoll kopieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_results.py" />
   <source>The first reconstructions are drawn after the first check on shapes it never saw.</source>
   <translation>Die ersten Rekonstruktionen werden nach der ersten Prüfung an nie gesehenen Formen gezeichnet.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_results.py" />
   <source>From left to right: the picture, its reconstruction, the truth.</source>
   <translation>Von links nach rechts: das Bild, seine Rekonstruktion, das Original.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_results.py" />
   <source>Step {0}</source>
   <translation>Schritt {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_results.py" />
   <source>Earlier reconstructions</source>
   <translation>Frühere Rekonstruktionen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_results.py" />
   <source>Reconstructions beside the truth</source>
   <translation>Rekonstruktionen neben dem Original</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_runs.py" />
   <source>Tick runs to lay their curves over this one's.</source>
   <translation>Haken Sie Läufe an, um ihre Kurven über die dieses Laufs zu legen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_runs.py" />
   <source>Look for runs again</source>
   <translation>Läufe neu suchen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_runs.py" />
   <source>Follow</source>
   <translation>Verfolgen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_runs.py" />
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_runs.py" />
   <source>Let this run make the steps that it has left</source>
   <translation>Diesen Lauf seine übrigen Schritte machen lassen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_shapes.py" />
   <source>Shapes</source>
   <translation>Formen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_shapes.py" />
   <source>What the network sees</source>
   <translation>Was das Netz sieht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_shapes.py" />
   <source>Some of the shapes, drawn at random.</source>
   <translation>Einige der Formen, zufällig gewählt.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_shapes.py" />
   <source>Pictures as the network is given them: small, cropped, and made worse in many ways.</source>
   <translation>Bilder, wie das Netz sie bekommt: klein, zugeschnitten und auf viele Arten verschlechtert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_shapes.py" />
   <source>Draw other shapes</source>
   <translation>Andere Formen zeichnen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_shapes.py" />
   <source>Tick a category, or choose a folder: its shapes are shown here.</source>
   <translation>Haken Sie eine Kategorie an oder wählen Sie einen Ordner: Hier erscheinen dann seine Formen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_shapes.py" />
   <source>Drawing …</source>
   <translation>Zeichne …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_shapes.py" />
   <source>Shapes to learn from</source>
   <translation>Formen zum Lernen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_source.py" />
   <source>A folder of meshes, or one with a sub-folder of meshes for each category: GLB, OBJ, PLY, STL …, or ShapeNet's own folder.</source>
   <translation>Ein Ordner mit Netzen oder einer mit einem Unterordner je Kategorie: GLB, OBJ, PLY, STL … oder der Ordner von ShapeNet selbst.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_source.py" />
   <source>Data</source>
   <translation>Daten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_source.py" />
   <source>Choose …</source>
   <translation>Wählen …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_source.py" />
   <source>Invented shapes</source>
   <translation>Erfundene Formen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_source.py" />
   <source>Meshes, or ShapeNet</source>
   <translation>Netze oder ShapeNet</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_tab.py" />
   <source>The run learns on this machine, and goes on if the window is closed. Then the model can be chosen.</source>
   <translation>Der Lauf lernt auf diesem Rechner, auch wenn das Fenster zu ist. Danach ist das Modell wählbar.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_tab.py" />
   <source>Paused</source>
   <translation>Angehalten, wartet</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_tab.py" />
   <source>Starting …</source>
   <translation>Beginne …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_tab.py" />
   <source>Train a model</source>
   <translation>Ein Modell trainieren</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_view.py" />
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_view.py" />
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_view.py" />
   <source>Step {0} of {1} · loss {2} · {3} s</source>
   <translation>Schritt {0} von {1} · Verlust {2} · {3} s</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>The run is finished.</source>
   <translation>Der Lauf ist fertig.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>The run was stopped.</source>
   <translation>Der Lauf wurde angehalten.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>The run failed.</source>
   <translation>Der Lauf ist misslungen.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>has finished</source>
   <translation>ist fertig</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>was stopped</source>
   <translation>wurde angehalten</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>has failed</source>
   <translation>ist misslungen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>has broken off</source>
   <translation>ist abgebrochen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>less than a minute left</source>
   <translation>noch weniger als eine Minute</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>about {0} min left</source>
   <translation>noch etwa {0} min</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>about {0} h {1} min left</source>
   <translation>noch etwa {0} h {1} min</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>about {0} h left</source>
   <translation>noch etwa {0} h</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>Running in {0}</source>
   <translation>Läuft in {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>Step {0}: IoU {1} on shapes it never saw</source>
   <translation>Schritt {0}: IoU {1} an nie gesehenen Formen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>The run is paused.</source>
   <translation>Der Lauf pausiert.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>The run goes on.</source>
   <translation>Der Lauf geht weiter.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>The model “{0}” is in {1}</source>
   <translation>Das Modell „{0}“ liegt in {1}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>{0} categories</source>
   <translation>{0} Kategorien</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>is going on</source>
   <translation>läuft gerade</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>IoU {0}</source>
   <translation>IoU {0}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>step {0} of {1}</source>
   <translation>Schritt {0} von {1}</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/training_words.py" />
   <source>{0} steps</source>
   <translation>{0} Schritte</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/turntable_dialog.py" />
   <source>Saving a turntable</source>
   <translation>Eine Drehung wird gesichert</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/turntable_dialog.py" />
   <source>Writing the file …</source>
   <translation>Schreibe die Datei …</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/up_box.py" />
   <source>As usual</source>
   <translation>Wie üblich</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/up_box.py" />
   <source>Y up</source>
   <translation>Y oben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/up_box.py" />
   <source>Z up</source>
   <translation>Z oben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/up_box.py" />
   <source>Slicers take Z for up; usually STL and 3MF have it so, and OBJ has Y</source>
   <translation>Für Slicer ist Z oben; so haben es meist STL und 3MF, und OBJ hat Y</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/up_choice.py" />
   <source>As usual for the format</source>
   <translation>Wie beim Format üblich</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/up_choice.py" />
   <source>Y up, as in viewers and games</source>
   <translation>Y oben, wie in Betrachtern und Spielen</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/up_choice.py" />
   <source>Z up, as in slicers and Blender</source>
   <translation>Z oben, wie in Slicern und Blender</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/up_choice.py" />
   <source>GLB files keep Y up, as their standard demands</source>
   <translation>In GLB-Dateien bleibt Y oben, wie ihr Standard es verlangt</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Smooth surface</source>
   <translation>Glatte Oberfläche</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Surface and its triangles (E)</source>
   <translation>Oberfläche und ihre Dreiecke (E)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Triangles only (W)</source>
   <translation>Nur Dreiecke (W)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Photo's colours (C)</source>
   <translation>Farben des Fotos (C)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Seen and imagined (I)</source>
   <translation>Gesehen und ausgedacht (I)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Photo's view (P)</source>
   <translation>Ansicht des Fotos (P)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Change the shape (S)</source>
   <translation>Die Form ändern (S)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>reconstruct a picture first</source>
   <translation>rekonstruieren Sie zuerst ein Bild</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>the colours are being found</source>
   <translation>die Farben werden gerade gesucht</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>this model does not tell where the picture was taken from</source>
   <translation>dieses Modell sagt nicht, von wo das Bild aufgenommen wurde</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Front</source>
   <translation>Von vorn</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Right</source>
   <translation>Von rechts</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Top</source>
   <translation>Von oben</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Three-quarter</source>
   <translation>Schräg</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Floor grid (G)</source>
   <translation>Bodengitter (G)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>Reset the view (R)</source>
   <translation>Ansicht zurücksetzen (R)</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/ui/viewport_panel.py" />
   <source>{0} view ({1})</source>
   <translation>Ansicht {0} ({1})</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/view3d/photo_overlay.py" />
   <source>Line between photo and mesh</source>
   <translation>Linie zwischen Foto und Netz</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/view3d/photo_overlay.py" />
   <source>Drag, or use the arrow keys: the photo is on the left, the mesh on the right</source>
   <translation>Ziehen, oder die Pfeiltasten benutzen: links ist das Foto, rechts das Netz</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/view3d/viewport.py" />
   <source>The mesh appears here</source>
   <translation>Hier erscheint das Netz</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/view3d/viewport.py" />
   <source>This screen has no OpenGL, so the mesh cannot be shown here.
It can be made and saved all the same.</source>
   <translation>Dieser Bildschirm hat kein OpenGL, darum kann das Netz hier nicht gezeigt werden.
Erzeugt und gesichert werden kann es trotzdem.</translation>
  </message>
  <message>
   <location filename="../../imrecon_gui/view3d/viewport.py" />
   <source>Mesh</source>
   <translation>Netz</translation>
  </message>
 </context>
</TS>
