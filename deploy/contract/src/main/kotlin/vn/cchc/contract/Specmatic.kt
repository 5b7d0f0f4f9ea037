package vn.cchc.contract

import io.specmatic.conversions.OpenApiSpecification

/** Has Specmatic read each document whole, and hold its examples to its schemas. Fails where it cannot. */
fun main(documents: Array<String>) {
    for (document in documents) {
        val feature = OpenApiSpecification.fromFile(document).toFeature()
        feature.validateExamplesOrException()
        check(feature.scenarios.isNotEmpty()) { "$document has no scenario" }
        println("Specmatic: ${feature.scenarios.size} scenarios in ${document.substringAfter("../../")}")
    }
}
