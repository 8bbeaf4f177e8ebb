/// The version of the tool, as `aktsam --version` and every report name it.
package let toolVersion = "0.2.0"
